using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Pipeline;

/// <summary>All that a turn needs, read in one go under the conversation's lease.</summary>
internal sealed record PendingTurn
{
    public required long ConversationId { get; init; }

    public required long LeaseToken { get; init; }

    public required ChannelKind Channel { get; init; }

    public required string Address { get; init; }

    public required string Language { get; init; }

    public required string? State { get; init; }

    public required long StateVersion { get; init; }

    public required int Attempts { get; init; }

    public required long MessageId { get; init; }

    public required Author Author { get; init; }

    public required string Activity { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The state of the open handoff, if there is one.</summary>
    public required HandoffState? Handoff { get; init; }

    /// <summary>The person whose address on file this is, and how to address them.</summary>
    public required long? PersonId { get; init; }

    public required Gender Gender { get; init; }

    /// <summary>The context of the step that brought the message in; inside the turn, of the turn.</summary>
    public required string? TraceParent { get; init; }
}
