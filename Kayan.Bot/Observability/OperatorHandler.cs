using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Observability;

/// <summary>
/// Knows who runs the service: by the key, or, where there is none, as somebody on the machine itself whom no proxy speaks for.
/// Everybody else is told that there is nothing here.
/// </summary>
internal sealed class OperatorHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IOptions<ObservabilityOptions> observability)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Operator";

    private const string Bearer = "Bearer ";

    // What proxies add; the framework moves the first ones to X-Original-* when it believes them.
    private static readonly string[] SignsOfAProxy =
    [
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP",
        "Forwarded", "Via",
    ];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        IsOperator() ? AuthenticateResult.Success(Ticket()) : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    private bool IsOperator() => observability.Value.MetricsKey is { Length: > 0 } key
        ? Request.Headers.Authorization is [{ } given] && given.StartsWith(Bearer, StringComparison.Ordinal) && Same(given[Bearer.Length..], key)
        : IPAddress.IsLoopback(Context.Connection.RemoteIpAddress ?? IPAddress.None) && !SignsOfAProxy.Any(Request.Headers.ContainsKey);

    private static bool Same(string given, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static AuthenticationTicket Ticket() => new(new ClaimsPrincipal(new ClaimsIdentity(Scheme)), Scheme);
}
