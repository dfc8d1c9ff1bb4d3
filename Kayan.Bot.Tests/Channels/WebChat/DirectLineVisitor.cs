using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>A visitor's browser as Direct Line sees it: its token, its site, its requests.</summary>
internal sealed class DirectLineVisitor(HttpClient client, string? origin)
{
    public const string Base = "/v3/directline";

    public string Token { get; set; } = "";

    public string ConversationId { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public string User => JsonNode.Parse(Base64Url(Token.Split('.')[1]))!["user"]!.GetValue<string>();

    /// <summary>A visitor of the service's own page whose conversation is open.</summary>
    public static async Task<DirectLineVisitor> ArriveAsync(HttpClient client)
    {
        var visitor = new DirectLineVisitor(client, client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await visitor.GenerateAsync();
        Assert.Equal(HttpStatusCode.Created, (await visitor.StartAsync()).StatusCode);
        return visitor;
    }

    public async Task GenerateAsync()
    {
        var granted = await ReadAsync(await SendAsync(HttpMethod.Post, "/tokens/generate", withToken: false));
        (Token, ConversationId) = ((string)granted["token"]!, (string)granted["conversationId"]!);
    }

    public async Task<HttpResponseMessage> StartAsync()
    {
        var response = await SendAsync(HttpMethod.Post, "/conversations", """{"locale":"ar-SA"}""");
        if (response.IsSuccessStatusCode)
        {
            var started = await ReadAsync(response);
            (ConversationId, StreamUrl) = ((string)started["conversationId"]!, (string)started["streamUrl"]!);
        }

        return response;
    }

    public Task<HttpResponseMessage> PostAsync(string body) => SendAsync(HttpMethod.Post, $"/conversations/{ConversationId}/activities", body);

    /// <summary>Says it and gives the id of the activity.</summary>
    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "somebody-else", ["role"] = "bot" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.CreateVersion7().ToString("N") },
        };
        var response = await PostAsync(activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (string)(await ReadAsync(response))["id"]!;
    }

    public async Task<(IReadOnlyList<JsonObject> Activities, string Watermark)> PollAsync(string watermark = "")
    {
        var response = await SendAsync(HttpMethod.Get, $"/conversations/{ConversationId}/activities?watermark={watermark}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var set = await ReadAsync(response);
        return (set["activities"]!.AsArray().Select(node => node!.AsObject()).ToList(), (string)set["watermark"]!);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, bool withToken = true) =>
        SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), withToken);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, bool withToken = true)
    {
        var request = new HttpRequestMessage(method, Base + path) { Content = body };
        if (withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return client.SendAsync(request);
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static async Task<string> ErrorAsync(HttpResponseMessage response) => (string)(await ReadAsync(response))["error"]!["code"]!;

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
