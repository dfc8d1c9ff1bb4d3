namespace Kayan.Bot.Channels.WebChat;

/// <summary>What a presented token turned out to be.</summary>
internal abstract record TokenCheck
{
    internal sealed record Valid(ChatToken Token) : TokenCheck;

    /// <summary>Ours, but its time is over.</summary>
    internal sealed record Expired : TokenCheck;

    /// <summary>Absent, garbled, forged or of another kind.</summary>
    internal sealed record Invalid : TokenCheck;
}
