using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>
/// Issues and checks tokens: JWTs with HMAC-SHA256. Web Chat reads the one claim "user" from them; the rest is ours. They are not
/// stored, so a restart or another node does not end a chat.
/// </summary>
internal sealed class ChatTokens(IOptions<WebChatOptions> options, TimeProvider time)
{
    public static readonly TimeSpan ChatLifetime = TimeSpan.FromSeconds(1800);
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey _key = new(Encoding.UTF8.GetBytes(options.Value.SigningKey));

    /// <summary>A token of the given kind, or null when the visit has lasted as long as it may.</summary>
    public string? Issue(ChatToken token, TokenUse use)
    {
        var now = time.GetUtcNow();
        var end = token.Since + options.Value.VisitLifetime;
        if (end <= now)
        {
            return null;
        }

        var expires = use == TokenUse.Visit ? end : now + (use == TokenUse.Stream ? StreamLifetime : ChatLifetime);
        var claims = new Dictionary<string, object>
        {
            ["user"] = token.Visitor.UserId,
            ["conv"] = token.Visitor.ConversationId,
            ["since"] = token.Since.ToUnixTimeSeconds(),
            ["jti"] = Guid.CreateVersion7(now).ToString("N"),
        };
        if (token.Origin is not null)
        {
            claims["origin"] = token.Origin;
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = use.ToString(),
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    public async Task<TokenCheck> CheckAsync(string? token, TokenUse use)
    {
        if (token is not { Length: > 0 and < 4096 })
        {
            return new TokenCheck.Invalid();
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = use.ToString(),
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires is { } end && time.GetUtcNow().UtcDateTime < end
                ? true
                : throw new SecurityTokenExpiredException(),
        });
        return result switch
        {
            { IsValid: true } => Read(result.ClaimsIdentity),
            { Exception: SecurityTokenExpiredException } => new TokenCheck.Expired(),
            _ => new TokenCheck.Invalid(),
        };
    }

    private static TokenCheck Read(ClaimsIdentity claims) =>
        Visitor.Parse(claims.FindFirst("user")?.Value) is { } visitor
        && long.TryParse(claims.FindFirst("since")?.Value, CultureInfo.InvariantCulture, out var since)
            ? new TokenCheck.Valid(new ChatToken(visitor, claims.FindFirst("origin")?.Value, DateTimeOffset.FromUnixTimeSeconds(since)))
            : new TokenCheck.Invalid();
}
