using Kayan.Bot.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Security;

/// <summary>Every address of the service in Production: those open to people who have not signed in stand here, with what guards them instead.</summary>
public sealed class EndpointCensusTests
{
    private static readonly string[] OpenToEverybody =
    [
        " /health/live", // one word
        " /health/ready", // one word; the names of checks for operators
        " /twilio/messages", // the other verbs: refused
        " /twilio/status/{outboxId}",
        "GET /bubble.js", // the chat's button for other sites
        "GET /site/{name}", // the site's own files
        "GET /v3/directline/conversations/{conversationId}", // a visitor's token
        "GET /v3/directline/conversations/{conversationId}/activities", // a visitor's token
        "GET /v3/directline/conversations/{conversationId}/stream", // a token in the address
        "GET /v3/directline/session/getsessionid", // always 404
        "GET /webchat/webchat.js", // the control, or what is missing without Node
        "GET|HEAD /", // the site
        "GET|HEAD /chat", // the site
        "GET|HEAD /s/{code}/", // the link's code
        "GET|HEAD /s/{code}/stop", // the link's code
        "GET|HEAD {**path:file}", // always 404
        "GET|POST /console/sign-in", // attempts are counted
        "OPTIONS /v3/directline/{**path}", // what a browser asks first
        "POST /console/language", // an antiforgery token
        "POST /s/{code}/", // the link's code
        "POST /s/{code}/stop", // the link's code
        "POST /twilio/messages", // Twilio's signature
        "POST /twilio/status/{outboxId}", // Twilio's signature
        "POST /v3/directline/conversations", // a token, or a limit by address
        "POST /v3/directline/conversations/{conversationId}/activities", // a visitor's token
        "POST /v3/directline/conversations/{conversationId}/upload", // a visitor's token
        "POST /v3/directline/tokens/end", // a visitor's token
        "POST /v3/directline/tokens/generate", // a limit by address
        "POST /v3/directline/tokens/refresh", // a visitor's token
    ];

    [Fact]
    public async Task Endpoints_OpenToEverybody_AreTheseAndNoOthers()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await new KayanHost().In("Production").With("WebChat:SigningKey", new string('k', 40))
            .With("Twilio:PublicBaseUrl", "https://bot.example.org").With(twilio).StartAsync();

        var open = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && IsOpen(endpoint.Metadata))
            .Select(endpoint => $"{Verbs(endpoint)} {endpoint.RoutePattern.RawText}");

        Assert.Equal(OpenToEverybody, open.Distinct().Order(StringComparer.Ordinal));
    }

    private static bool IsOpen(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null
        || (metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<AuthorizationPolicy>() is null);

    private static string Verbs(RouteEndpoint endpoint) => string.Join('|', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []);
}
