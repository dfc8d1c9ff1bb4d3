using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Domain.People;

/// <summary>One line of the consent ledger: given or taken back, when, where, how and in which words. Lines are only added.</summary>
public sealed class Consent
{
    /// <summary>Row id; the newest line of a conversation and class holds.</summary>
    public long Id { get; set; }

    /// <summary>The conversation in which it was said.</summary>
    public long ConversationId { get; set; }

    /// <summary>What it is about.</summary>
    public MessageClass Class { get; init; }

    /// <summary>True: given. False: taken back.</summary>
    public bool Given { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How it came.</summary>
    public ConsentWay Way { get; init; }

    /// <summary>The person's own words, or the event that stands for them, up to 200 characters.</summary>
    public required string Words { get; init; }
}
