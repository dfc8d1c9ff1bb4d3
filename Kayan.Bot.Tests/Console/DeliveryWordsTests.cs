using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Tests.Console;

public sealed class DeliveryWordsTests
{
    [Theory]
    [InlineData("WhatsApp Pending None 0", "Delivery.Waiting", null)]
    [InlineData("WhatsApp Claimed None 0", "Delivery.Waiting", null)]
    [InlineData("WhatsApp Ambiguous None 0", "Delivery.Checking", null)]
    [InlineData("WhatsApp Accepted None 0", "Delivery.Sent", null)]
    [InlineData("WhatsApp Accepted Sent 0", "Delivery.Sent", null)]
    [InlineData("WhatsApp Accepted Delivered 0", "Delivery.Delivered", null)]
    [InlineData("WhatsApp Accepted Read 0", "Delivery.Read", null)]
    [InlineData("WhatsApp Accepted Undelivered 63016", "Delivery.NotDelivered", "63016")]
    [InlineData("WhatsApp Accepted Failed 63024", "Delivery.NotSent", "63024")]
    [InlineData("WhatsApp Failed None 21610", "Delivery.NotSent", "21610")]
    [InlineData("WhatsApp Unknown None 0", "Delivery.Unknown", "Hint.AskOrCall")]
    [InlineData("WhatsApp Failed None 99999", "Delivery.NotSent", "Hint.Call")]
    [InlineData("WhatsApp Looping None 0", "Delivery.Looping", "Hint.Looping")]
    [InlineData("WhatsApp Expired None 0", "Delivery.Expired", "Hint.WriteAgain")]
    [InlineData("Sms Accepted Sent 0", "Delivery.SmsSent", null)]
    [InlineData("Sms Accepted Delivered 0", "Delivery.SmsSent", null)]
    [InlineData("Sms Accepted Undelivered 30005", "Delivery.NotDelivered", "30005")]
    public void Of_WhatTheProviderSaid_PromisesNoMore(string said, string state, string? hint)
    {
        var parts = said.Split(' ');

        var words = DeliveryWords.Of(
            Enum.Parse<ChannelKind>(parts[0]),
            Enum.Parse<OutboxState>(parts[1]),
            Enum.Parse<DeliveryStatus>(parts[2]),
            int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((state, hint), words);
    }
}
