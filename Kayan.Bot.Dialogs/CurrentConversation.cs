using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Dialogs;

/// <summary>Who is being talked to in this turn. Scoped: the host fills it before the turn and keeps what the dialogs change.</summary>
public sealed class CurrentConversation
{
    /// <summary>The conversation's id in the case file.</summary>
    public long Id { get; set; }

    /// <summary>The channel of this conversation.</summary>
    public ChannelKind Channel { get; set; }

    /// <summary>"ar" or "en"; a dialog may change it.</summary>
    public string Language { get; set; } = "ar";

    /// <summary>The person whose address on file this is; null on the website and for unknown numbers.</summary>
    public long? PersonId { get; set; }

    /// <summary>The id at WhatsApp of somebody who does not show their phone number; null for everybody else.</summary>
    public string? WhatsAppUserId { get; set; }

    /// <summary>How the person is addressed.</summary>
    public Gender Gender { get; set; }

    /// <summary>Where the open handoff of the conversation stands; null where there is none.</summary>
    public HandoffState? Handoff { get; set; }

    /// <summary>The class of what is said in this turn, where a dialog sets it; otherwise a reply to a person, or news for an event.</summary>
    public MessageClass? MessageClass { get; set; }
}
