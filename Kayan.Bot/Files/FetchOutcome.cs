namespace Kayan.Bot.Files;

/// <summary>What became of one try to fetch a file.</summary>
internal abstract record FetchOutcome
{
    /// <summary>It is here. Nothing is known of it yet but its bytes and the name that the provider gives it.</summary>
    internal sealed record Fetched(byte[] Content, string? Name) : FetchOutcome;

    /// <summary>It will never be had.</summary>
    internal sealed record Refused(FileRefusal Reason) : FetchOutcome;

    /// <summary>Not now.</summary>
    /// <param name="After">The provider's own wish; null where it has none.</param>
    /// <param name="Meanwhile">What it is refused for once there were tries enough.</param>
    internal sealed record Retry(TimeSpan? After, FileRefusal Meanwhile) : FetchOutcome;
}
