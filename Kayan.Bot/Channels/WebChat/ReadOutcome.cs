using Microsoft.Bot.Schema;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>What a posted body turned out to be.</summary>
internal abstract record ReadOutcome
{
    /// <summary>Words for the bot, and the id under which a second delivery is recognised.</summary>
    internal sealed record Message(Activity Activity, string ExternalId) : ReadOutcome;

    /// <summary>Well-formed, and nothing to do.</summary>
    internal sealed record Ignored : ReadOutcome;

    internal sealed record Refused(IResult Error) : ReadOutcome;
}
