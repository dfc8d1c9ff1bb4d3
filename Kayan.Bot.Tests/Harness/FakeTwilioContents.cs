using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kayan.Bot.Tests.Harness;

/// <summary>Twilio's Content API: stores templates and tells where their approval stands.</summary>
public sealed class FakeTwilioContents
{
    private readonly ConcurrentDictionary<string, JsonObject> _contents = [];
    private readonly ConcurrentDictionary<string, JsonObject> _approvals = [];
    private int _created;

    /// <summary>What is stored, by sid.</summary>
    public IReadOnlyDictionary<string, JsonObject> Stored => _contents;

    /// <summary>Requests that stored something, also where the caller never learnt.</summary>
    public int Created => Volatile.Read(ref _created);

    public int Submitted { get; private set; }

    /// <summary>The state that a submitted template has at once.</summary>
    public string FirstState { get; set; } = "approved";

    /// <summary>So many requests that store something are cut off after they did.</summary>
    public int LoseAnswers { get; set; }

    /// <summary>WhatsApp decides.</summary>
    public void Decide(string name, string language, string state, string? category = null, string? reason = null)
    {
        var sid = Sid(name, language);
        _approvals[sid]["status"] = state;
        _approvals[sid]["category"] = category ?? (string?)_approvals[sid]["category"];
        _approvals[sid]["rejection_reason"] = reason ?? "";
    }

    /// <summary>The id of the newest version.</summary>
    public string Sid(string name, string language) =>
        _contents.Last(content => ((string)content.Value["friendly_name"]!).StartsWith($"kayan_{name}_{language}_", StringComparison.Ordinal)).Key;

    internal async Task<bool> TryHandleAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not ["v1", "Content", ..])
        {
            return false;
        }

        var isPost = HttpMethods.IsPost(context.Request.Method);
        var body = isPost ? (await JsonNode.ParseAsync(context.Request.Body))!.AsObject() : null;
        switch (path)
        {
            case [_, _] when isPost:
                await StoreAsync(context, body!);
                break;
            case [_, _]:
                await context.Response.WriteAsJsonAsync(new JsonObject
                {
                    ["contents"] = new JsonArray([.. _contents.Values.Select(content => content.DeepClone())]),
                    ["meta"] = new JsonObject { ["next_page_url"] = null },
                });
                break;
            case [_, _, var sid, _, _]:
                Submitted++;
                _approvals[sid] = new JsonObject { ["name"] = (string?)body!["name"], ["category"] = (string?)body["category"], ["status"] = FirstState, ["rejection_reason"] = "" };
                context.Response.StatusCode = 201;
                await context.Response.WriteAsJsonAsync(_approvals[sid]);
                break;
            case [_, _, var sid, _]:
                await context.Response.WriteAsJsonAsync(new JsonObject
                {
                    ["sid"] = sid,
                    ["whatsapp"] = _approvals.TryGetValue(sid, out var approval) ? approval.DeepClone() : new JsonObject { ["status"] = "unsubmitted" },
                });
                break;
        }

        return true;
    }

    private async Task StoreAsync(HttpContext context, JsonObject content)
    {
        var sid = $"HX{Interlocked.Increment(ref _created):x32}";
        content["sid"] = sid;
        _contents[sid] = content;
        if (LoseAnswers > 0)
        {
            LoseAnswers--;
            context.Abort();
            return;
        }

        context.Response.StatusCode = 201;
        await context.Response.WriteAsJsonAsync(content);
    }
}
