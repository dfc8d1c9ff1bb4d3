using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kayan.Bot.Security;
using Kayan.Bot.Tests.Jobs;

namespace Kayan.Bot.Tests.Api;

/// <summary>The service and a key of its back-office API.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    private static int _people;

    public FlowHost Flow { get; } = new();

    public string Key { get; private set; } = "";

    /// <summary>A phone number that nobody else has.</summary>
    public static string NewPhone() => $"+9665001{Interlocked.Increment(ref _people):00000}";

    public static string NewRequest(string phone, string title = "دعم تعليمي") =>
        $$$"""{"title":"{{{title}}}","person":{"fullName":"منيرة السالم","phone":"{{{phone}}}","gender":"Female"}}""";

    public async Task InitializeAsync()
    {
        await Flow.With("Api:CallsPerMinute", "100000").StartAsync();
        Key = (await Flow.RunAsync<ApiKeys, string?>(keys => keys.CreateAsync("back office", CancellationToken.None)))!;
    }

    public Task DisposeAsync() => Flow.DisposeAsync().AsTask();

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), [("X-Api-Key", Key), .. headers]);

    public Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, [("X-Api-Key", Key)]);

    /// <summary>Whatever is answered: an error is problem+json and nothing of the inside.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Flow.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            Assert.Equal(MediaTypeHeaderValue.Parse("application/problem+json"), response.Content.Headers.ContentType);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }

        return (response.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    public async Task<string> ReceiveAsync()
    {
        var (status, body) = await PostAsync("/api/v1/requests", NewRequest(NewPhone()));
        Assert.Equal(HttpStatusCode.Created, status);
        return body.GetProperty("number").GetString()!;
    }
}
