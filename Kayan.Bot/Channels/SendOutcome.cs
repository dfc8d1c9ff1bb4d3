namespace Kayan.Bot.Channels;

/// <summary>What became of a send.</summary>
internal abstract record SendOutcome
{
    /// <summary>The provider took it under this id.</summary>
    internal sealed record Accepted(string Sid) : SendOutcome;

    /// <summary>The provider certainly did not take it; worth another try. <paramref name="Ours"/>: once somebody has put something of ours right.</summary>
    internal sealed record Retry(TimeSpan? After, int? Code, bool Ours = false) : SendOutcome;

    /// <summary>
    /// The provider certainly did not take it, and never will. <paramref name="OtherWay"/>: another channel may. <paramref name="Ours"/>:
    /// somebody has to know.
    /// </summary>
    internal sealed record Failed(int? Code, bool OtherWay = false, bool Ours = false) : SendOutcome;

    /// <summary>It could only go as a template, and that is not approved; another channel may take it.</summary>
    internal sealed record NoTemplate(string Template, int Code) : SendOutcome;

    /// <summary>The provider did not take it: the person has asked for no messages, or blocked us.</summary>
    internal sealed record OptedOut(int Code) : SendOutcome;

    /// <summary>It may have been taken.</summary>
    internal sealed record Ambiguous : SendOutcome;

    /// <summary>Not even tried: the same words go to the same address again and again.</summary>
    internal sealed record Looping : SendOutcome;
}
