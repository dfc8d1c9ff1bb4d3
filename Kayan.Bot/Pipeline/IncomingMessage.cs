using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>A message of a person as a channel hands it in.</summary>
/// <param name="Source">The channel's name in the inbox, for example "twilio".</param>
/// <param name="ExternalId">The channel's own id of the message; a second one with the same id changes nothing.</param>
/// <param name="Channel">The channel of the conversation.</param>
/// <param name="Address">The person's address there: see <see cref="Conversation.Address"/>.</param>
/// <param name="Activity">The message.</param>
internal sealed record IncomingMessage(string Source, string ExternalId, ChannelKind Channel, string Address, Activity Activity)
{
    /// <summary>The files that came with it; stored with the message or not at all.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>The files of it that lie at the provider; noted with the message and fetched afterwards.</summary>
    public IReadOnlyList<FileToFetch> Media { get; init; } = [];

    /// <summary>WhatsApp's own id of the person ("SA.…"), which they have with and without a phone number; null on the other channels.</summary>
    public string? ExternalUserId { get; init; }
}
