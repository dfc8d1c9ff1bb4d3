namespace Kayan.Bot.Domain.Messages;

/// <summary>
/// Orders the states of a message. Callbacks arrive late, twice and out of order; only a higher rank replaces a lower one.
/// Failed and undelivered rank above sent, and below delivered and read, because a message of several parts may report a
/// failing and a succeeding part.
/// </summary>
public static class DeliveryStatusRank
{
    /// <summary>The later of the two.</summary>
    public static DeliveryStatus Advance(DeliveryStatus current, DeliveryStatus reported) =>
        Of(reported) > Of(current) ? reported : current;

    /// <summary>0 for none, up to 8 for read.</summary>
    public static int Of(DeliveryStatus status) => (int)status;
}
