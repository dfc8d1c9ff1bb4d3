using System.Globalization;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Console.Reading;

/// <summary>What became of a message, in words that promise nothing that the provider did not say.</summary>
internal static class DeliveryWords
{
    /// <summary>The names of two texts: the state, and what helps where it failed; a code of the provider stands for its own sentence.</summary>
    public static (string State, string? Hint) Of(
        ChannelKind channel, OutboxState state, DeliveryStatus delivery, int? errorCode) => state switch
        {
            OutboxState.Pending or OutboxState.Claimed => ("Delivery.Waiting", null),
            OutboxState.Ambiguous => ("Delivery.Checking", null),
            OutboxState.Accepted => Accepted(channel, delivery, errorCode),
            OutboxState.Failed => ("Delivery.NotSent", Hint(errorCode)),
            OutboxState.Expired => ("Delivery.Expired", "Hint.WriteAgain"),
            OutboxState.Looping => ("Delivery.Looping", "Hint.Looping"),
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

    /// <summary>A code of the provider's table, which has a sentence for it, or the name of a text.</summary>
    private static string Hint(int? errorCode) =>
        errorCode is { } code && TwilioErrors.Table.ContainsKey(code) ? code.ToString(CultureInfo.InvariantCulture) : "Hint.Call";
}
