namespace Kayan.Bot.Security;

/// <summary>A key of the back-office API; only its SHA-256 is kept.</summary>
internal sealed class ApiKey
{
    public long Id { get; set; }

    /// <summary>Who holds it; stands in the case file as the one who moved a request.</summary>
    public required string Name { get; init; }

    /// <summary>Lower-case hex of SHA-256 of the key.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
