using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioOptionsTests
{
    [Fact]
    public void Check_CompleteSettings_Pass() => Assert.True(new TwilioOptionsCheck().Validate(null, Complete()).Succeeded);

    [Fact]
    public void Check_MissingSecret_NamesSettingAndVariableInOneLine()
    {
        var options = Complete();
        options.AuthToken = "";

        var failure = Assert.Single(new TwilioOptionsCheck().Validate(null, options).Failures!);

        Assert.Equal("Twilio:AuthToken is missing. Set the environment variable Twilio__AuthToken.", failure);
    }

    [Fact]
    public void Check_OnlyCommasAsToken_IsMissing()
    {
        var options = Complete();
        options.AuthToken = " , ";

        Assert.Contains("Twilio:AuthToken is missing", Assert.Single(new TwilioOptionsCheck().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bot.example.org", true)]
    [InlineData("https://bot.example.org:8443/kayan/", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("bot.example.org", false)]
    [InlineData("https://user:pw@bot.example.org", false)]
    [InlineData("https://bot_1.example.org", false)]
    [InlineData("https://bot.example.org/?x=1", false)]
    [InlineData("https://bot.example.org/#rc=3", false)]
    [InlineData("", false)]
    public void Check_PublicBaseUrl_MustBeAPlainAddress(string url, bool right)
    {
        var options = Complete();
        options.PublicBaseUrl = url;

        Assert.Equal(right, new TwilioOptionsCheck().Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("AC123")]
    [InlineData("")]
    [InlineData("SM00000000000000000000000000000000")]
    public void Check_AccountSid_MustBeOne(string sid)
    {
        var options = Complete();
        options.AccountSid = sid;

        Assert.Contains("Twilio__AccountSid", Assert.Single(new TwilioOptionsCheck().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Failures_NeverShowValues()
    {
        var options = new TwilioOptions { AccountSid = "secret-1", AuthToken = "", WhatsAppFrom = "secret-2", PublicBaseUrl = "secret-3" };

        Assert.DoesNotContain(new TwilioOptionsCheck().Validate(null, options).Failures!, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private static TwilioOptions Complete() => new()
    {
        AccountSid = "AC00000000000000000000000000000000",
        AuthToken = "12345678901234567890123456789012",
        PublicBaseUrl = "https://bot.example.org",
        WhatsAppFrom = "+966112345678",
    };
}
