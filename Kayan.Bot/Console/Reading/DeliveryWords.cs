using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Console.Reading;

/// <summary>What became of a message, in words that promise nothing that the provider did not say.</summary>
internal static class DeliveryWords
{
    /// <summary>The names of two texts: the state, and what helps where it failed.</summary>
    public static (string State, string? Hint) Of(
        ChannelKind channel, OutboxState state, DeliveryStatus delivery, int? errorCode) => state switch
        {
            OutboxState.Pending or OutboxState.Claimed => ("Delivery.Waiting", null),
            OutboxState.Ambiguous => ("Delivery.Checking", null),
            OutboxState.Accepted => Accepted(channel, delivery, errorCode),
            OutboxState.Failed => ("Delivery.NotSent", Hint(errorCode)),
            OutboxState.Expired => ("Delivery.Expired", "Hint.WriteAgain"),
            _ => ("Delivery.Unknown", "Hint.AskOrCall"),
        };

    private static (string State, string? Hint) Accepted(ChannelKind channel, DeliveryStatus delivery, int? errorCode) => delivery switch
    {
        DeliveryStatus.Failed => ("Delivery.NotSent", Hint(errorCode)),
        DeliveryStatus.Undelivered => ("Delivery.NotDelivered", Hint(errorCode)),
        _ when channel == ChannelKind.Sms => ("Delivery.SmsSent", null),
        DeliveryStatus.Delivered => ("Delivery.Delivered", null),
        DeliveryStatus.Read => ("Delivery.Read", null),
        _ => ("Delivery.Sent", null),
    };

    private static string Hint(int? errorCode) => errorCode switch
    {
        63016 => "Hint.WindowClosed",
        21610 => "Hint.Stopped",
        63003 or 63024 or 21211 or 21614 => "Hint.WrongNumber",
        30003 or 30005 or 30006 => "Hint.Unreachable",
        20429 or 63018 or 30001 => "Hint.TryLater",
        _ => "Hint.Call",
    };
}
