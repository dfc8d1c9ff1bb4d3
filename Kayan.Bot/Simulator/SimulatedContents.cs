using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kayan.Bot.Simulator;

/// <summary>Twilio's Content API as far as we use it, in this process: stores templates and approves each at once.</summary>
internal sealed class SimulatedContents
{
    private readonly ConcurrentDictionary<string, JsonObject> _contents = [];
    private readonly ConcurrentDictionary<string, JsonObject> _approvals = [];

    public IResult Create(JsonObject content)
    {
        var sid = "HX" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        content["sid"] = sid;
        _contents[sid] = content;
        return TypedResults.Json(content.DeepClone(), statusCode: 201);
    }

    public IResult List() => TypedResults.Json(new JsonObject
    {
        ["contents"] = new JsonArray([.. _contents.Values.Select(content => content.DeepClone())]),
        ["meta"] = new JsonObject { ["next_page_url"] = null },
    });

    public IResult Submit(string sid, JsonObject request)
    {
        _approvals[sid] = new JsonObject
        {
            ["name"] = (string?)request["name"],
            ["category"] = (string?)request["category"],
            ["status"] = "approved",
            ["rejection_reason"] = "",
        };
        return TypedResults.Json(_approvals[sid].DeepClone(), statusCode: 201);
    }

    public IResult Approval(string sid) => TypedResults.Json(new JsonObject
    {
        ["sid"] = sid,
        ["whatsapp"] = _approvals.TryGetValue(sid, out var approval) ? approval.DeepClone() : new JsonObject { ["status"] = "unsubmitted" },
    });

    /// <summary>A stored message with its values, as the phone shows it; null for one that is not stored here.</summary>
    public (string Text, IReadOnlyList<PhoneButton> Buttons, string? Menu, bool Approved)? Render(string sid, string values)
    {
        if (!_contents.TryGetValue(sid, out var content))
        {
            return null;
        }

        var given = JsonNode.Parse(values)!.AsObject();
        var types = content["types"]!.AsObject();
        var approved = _approvals.ContainsKey(sid);
        if (types["twilio/list-picker"] is { } list)
        {
            var rows = list["items"]!.AsArray().Select(row => new PhoneButton(Fill(row!["id"]), Fill(row["item"])));
            return (Fill(list["body"]), [.. rows], Fill(list["button"]), approved);
        }

        return types["twilio/quick-reply"] is { } reply
            ? (Fill(reply["body"]), [.. reply["actions"]!.AsArray().Select(b => new PhoneButton(Fill(b!["id"]), Fill(b["title"])))], null, approved)
            : (Fill(types["twilio/text"]!["body"]), [], null, approved);

        string Fill(JsonNode? text) => given.Aggregate(
            (string)text!, (filled, value) => filled.Replace($"{{{{{value.Key}}}}}", (string)value.Value!, StringComparison.Ordinal));
    }
}
