using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Pipeline;

/// <summary>One person's talk with the service on one channel: (channel, address) is unique.</summary>
internal sealed class Conversation
{
    public long Id { get; set; }

    public required ChannelKind Channel { get; init; }

    /// <summary>E.164 phone for WhatsApp and SMS, "SA.…" for a WhatsApp id without a phone, "dl_…" for a web visitor.</summary>
    public required string Address { get; init; }

    /// <summary>WhatsApp's own id of the person, once a message has told it; it belongs to one conversation at a time.</summary>
    public string? ExternalUserId { get; init; }

    /// <summary>"ar" or "en".</summary>
    public string Language { get; set; } = "ar";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last message of the person: WhatsApp's 24-hour window counts from here.</summary>
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>The dialog state as the Framework serialises it; null before the first turn.</summary>
    public string? State { get; set; }

    /// <summary>Counts up with each turn; a turn commits only over the version that it read.</summary>
    public long StateVersion { get; set; }
}
