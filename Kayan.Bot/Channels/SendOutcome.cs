namespace Kayan.Bot.Channels;

/// <summary>What became of a send.</summary>
internal abstract record SendOutcome
{
    /// <summary>The provider took it under this id.</summary>
    internal sealed record Accepted(string Sid) : SendOutcome;

    /// <summary>The provider certainly did not take it; worth another try.</summary>
    internal sealed record Retry(TimeSpan? After, int? Code) : SendOutcome;

    /// <summary>The provider certainly did not take it, and never will.</summary>
    internal sealed record Failed(int? Code) : SendOutcome;

    /// <summary>The provider did not take it: the person has asked for no messages, or blocked us.</summary>
    internal sealed record OptedOut(int Code) : SendOutcome;

    /// <summary>It may have been taken.</summary>
    internal sealed record Ambiguous : SendOutcome;
}
