using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayan.Bot.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Templates;

/// <summary>Twilio's Content API: stores templates, submits them for WhatsApp's approval and tells how that went.</summary>
internal sealed class ContentApi
{
    private readonly HttpClient _http;
    private readonly string _base;

    public ContentApi(HttpClient http, IOptions<TwilioOptions> options)
    {
        _http = http;
        _base = options.Value.ContentBaseUrl.TrimEnd('/');
        _http.DefaultRequestHeaders.Authorization = options.Value.Credentials;
        _http.MaxResponseContentBufferSize = 8 * 1024 * 1024;
    }

    /// <summary>What is stored already: the provider's id by our full name.</summary>
    /// <exception cref="ContentApiException">The list could not be read to its end.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var sids = new Dictionary<string, string>();
        for (var next = "/v1/Content?PageSize=500"; next is not null;)
        {
            var page = await CallAsync(HttpMethod.Get, next, null, cancellationToken);
            foreach (var content in page["contents"]?.AsArray() ?? [])
            {
                if ((string?)content?["friendly_name"] is { } name && (string?)content["sid"] is { } sid)
                {
                    sids[name] = sid;
                }
            }

            next = (string?)page["meta"]?["next_page_url"] is { Length: > 0 } url ? new Uri(url).PathAndQuery : null;
        }

        return sids;
    }

    /// <summary>Stores a template.</summary>
    /// <returns>The provider's id.</returns>
    /// <exception cref="ContentApiException">It was refused, or there was no answer.</exception>
    public async Task<string> CreateAsync(TemplateDefinition template, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(HttpMethod.Post, "/v1/Content", Body(template), cancellationToken);
        return (string?)answer["sid"] ?? throw new ContentApiException("The answer has no sid.");
    }

    /// <summary>Asks for WhatsApp's approval.</summary>
    public async Task<Approval> SubmitAsync(string sid, string name, string category, CancellationToken cancellationToken) =>
        Read(await CallAsync(
            HttpMethod.Post, $"/v1/Content/{sid}/ApprovalRequests/whatsapp", new JsonObject { ["name"] = name, ["category"] = category }, cancellationToken));

    /// <summary>Where the approval stands.</summary>
    public async Task<Approval> ApprovalAsync(string sid, CancellationToken cancellationToken) =>
        Read((await CallAsync(HttpMethod.Get, $"/v1/Content/{sid}/ApprovalRequests", null, cancellationToken))["whatsapp"]);

    /// <summary>What is sent to store a template.</summary>
    internal static JsonObject Body(TemplateDefinition template)
    {
        var body = template.Numbered(template.Body);
        var types = new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = body } };
        switch (template.Kind)
        {
            case ContentKind.QuickReply:
                types["twilio/quick-reply"] = new JsonObject
                {
                    ["body"] = body,
                    ["actions"] = new JsonArray([.. template.Buttons.Select(b => Button(template, b, "title", "QUICK_REPLY"))]),
                };
                break;
            case ContentKind.List:
                types["twilio/list-picker"] = new JsonObject
                {
                    ["body"] = body,
                    ["button"] = template.Samples[0].Value,
                    ["items"] = new JsonArray([.. template.Buttons.Select(b => Button(template, b, "item", null))]),
                };
                break;
        }

        var variables = new JsonObject();
        for (var i = 0; i < template.Samples.Count; i++)
        {
            variables[$"{i + 1}"] = template.Samples[i].Value;
        }

        return new JsonObject { ["friendly_name"] = template.FullName, ["language"] = template.Language, ["variables"] = variables, ["types"] = types };
    }

    private static JsonObject Button(TemplateDefinition template, TemplateButton button, string title, string? type)
    {
        var json = new JsonObject { [title] = template.Numbered(button.Title), ["id"] = template.Numbered(button.Id) };
        if (type is not null)
        {
            json["type"] = type;
        }

        return json;
    }

    private static Approval Read(JsonNode? json) => new(
        (string?)json?["status"] switch
        {
            "approved" => ApprovalState.Approved,
            "rejected" => ApprovalState.Rejected,
            "paused" => ApprovalState.Paused,
            "disabled" => ApprovalState.Disabled,
            null or "" or "unsubmitted" => ApprovalState.Unsubmitted,
            _ => ApprovalState.Pending,
        },
        (string?)json?["category"],
        (string?)json?["rejection_reason"]);

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(_base + path));
            request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await _http.SendAsync(request, cancellationToken);
            var json = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                ?? throw new ContentApiException("The answer is empty.");
            return response.IsSuccessStatusCode
                ? json
                : throw new ContentApiException($"HTTP {(int)response.StatusCode}, code {(json as JsonObject)?["code"]}: {(json as JsonObject)?["message"]}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ContentApiException($"No answer from {_base}: {failure.GetType().Name}.", failure);
        }
    }
}
