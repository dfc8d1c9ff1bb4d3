namespace Kayan.Bot.Channels;

/// <summary>What the provider's own list says of an ambiguous send.</summary>
internal abstract record LookupOutcome
{
    /// <summary>It was taken under this id.</summary>
    internal sealed record Found(string Sid) : LookupOutcome;

    /// <summary>It was not taken.</summary>
    internal sealed record Absent : LookupOutcome;

    /// <summary>The list could not be read.</summary>
    internal sealed record Unavailable : LookupOutcome;
}
