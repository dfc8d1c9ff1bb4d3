using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Console.Reading;

/// <summary>What a worker sees of a conversation.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Channel">Where the person writes.</param>
/// <param name="Phone">The phone; null for a visitor of the website.</param>
/// <param name="Name">The person's name; null where the address is on no file.</param>
/// <param name="WindowClosesAt">The end of WhatsApp's window; null on the other channels.</param>
/// <param name="Handoff">The open handoff; null while the bot has the conversation.</param>
/// <param name="EarlierHandoffs">How often a human had it before.</param>
/// <param name="Requests">The person's requests, newest first.</param>
/// <param name="Lines">The newest lines, oldest first.</param>
/// <param name="HasEarlier">Whether there are older lines.</param>
public sealed record ConversationView(
    long Id,
    ChannelKind Channel,
    string? Phone,
    string? Name,
    DateTimeOffset? WindowClosesAt,
    HandoffView? Handoff,
    int EarlierHandoffs,
    IReadOnlyList<RequestRow> Requests,
    IReadOnlyList<TranscriptLine> Lines,
    bool HasEarlier);
