namespace Kayan.Bot.Security;

/// <summary>A code that proves on the website that the visitor holds the phone on file. Only its hash is kept.</summary>
internal sealed class OneTimeCode
{
    public long Id { get; set; }

    /// <summary>The website conversation that asked for it; good nowhere else.</summary>
    public long ConversationId { get; init; }

    public long RequestId { get; init; }

    /// <summary>The phone it went to.</summary>
    public required string Phone { get; init; }

    /// <summary>Base64 of HMAC-SHA-256(salt, code).</summary>
    public required string Hash { get; init; }

    /// <summary>Base64 of 16 random bytes.</summary>
    public required string Salt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong and right tries together.</summary>
    public int Tries { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
