namespace Kayan.Bot.Domain.Messages;

/// <summary>What the provider said last of a message. It only moves forward (<see cref="DeliveryStatusRank"/>).</summary>
public enum DeliveryStatus
{
    /// <summary>Nothing was said yet.</summary>
    None,

    /// <summary>Accepted or scheduled by the provider.</summary>
    Accepted,

    /// <summary>In the provider's queue.</summary>
    Queued,

    /// <summary>On its way out.</summary>
    Sending,

    /// <summary>Given to the carrier or to WhatsApp.</summary>
    Sent,

    /// <summary>The provider gave up before sending.</summary>
    Failed,

    /// <summary>Sent, but not delivered.</summary>
    Undelivered,

    /// <summary>On the person's phone.</summary>
    Delivered,

    /// <summary>Opened by the person (where WhatsApp tells).</summary>
    Read,
}
