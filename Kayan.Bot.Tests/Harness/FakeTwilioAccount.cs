namespace Kayan.Bot.Tests.Harness;

/// <summary>The account that the fake stands for; the service under test is configured with the same values.</summary>
public sealed record FakeTwilioAccount
{
    public string Sid { get; init; } = "AC00000000000000000000000000000000";

    public string AuthToken { get; init; } = "12345678901234567890123456789012";

    /// <summary>The association's WhatsApp sender, without "whatsapp:".</summary>
    public string WhatsAppFrom { get; init; } = "+14155238886";

    /// <summary>The association's SMS sender.</summary>
    public string SmsFrom { get; init; } = "+15005550006";
}
