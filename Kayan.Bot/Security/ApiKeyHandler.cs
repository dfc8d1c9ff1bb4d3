using System.Security.Claims;
using System.Text.Encodings.Web;
using Kayan.Bot.Api;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Security;

/// <summary>Knows a caller of the back-office API by the header X-Api-Key.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<ApiKeyOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ApiKeys keys,
    DatabaseProvider provider)
    : AuthenticationHandler<ApiKeyOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-Api-Key";
    private const int Longest = 200;
    private bool _unavailable;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 and <= Longest } key])
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            return await keys.FindAsync(key, Context.RequestAborted) is { } known
                ? AuthenticateResult.Success(TicketOf(known))
                : AuthenticateResult.Fail("Unknown or revoked.");
        }
        catch (Exception failure) when (provider.IsOutage(failure))
        {
            _unavailable = true;
            return AuthenticateResult.Fail("Could not be looked up.");
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_unavailable)
        {
            Response.Headers.RetryAfter = "5";
            await Problems.Of(StatusCodes.Status503ServiceUnavailable, "The database is not available.").ExecuteAsync(Context);
            return;
        }

        Response.Headers.WWWAuthenticate = Scheme;
        await Problems.Of(StatusCodes.Status401Unauthorized, $"A valid {Header} header is needed.").ExecuteAsync(Context);
    }

    private static AuthenticationTicket TicketOf(ApiKey key)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name)], Scheme);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme);
    }
}
