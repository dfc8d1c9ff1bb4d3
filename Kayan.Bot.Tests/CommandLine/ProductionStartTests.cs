using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.CommandLine;

/// <summary>Production without a secret: one clear line, exit code 78, and nothing of Development.</summary>
public sealed class ProductionStartTests
{
    [Theory]
    [InlineData("Twilio:AccountSid")]
    [InlineData("Twilio:AuthToken")]
    [InlineData("Twilio:PublicBaseUrl")]
    [InlineData("Twilio:WhatsAppFrom")]
    [InlineData("WebChat:SigningKey")]
    public async Task Start_WithoutASetting_StopsWithOneLineThatNamesIt(string setting)
    {
        var variable = setting.Replace(":", "__", StringComparison.Ordinal);
        using var service = new KayanProcess(new FakeTwilioAccount(), "http://127.0.0.1:1", new() { [variable] = "", ["Twilio__SmsFrom"] = "" });

        Assert.Equal(78, await service.RunAsync(default));

        var line = Assert.Single(service.Output.ToList());
        Assert.StartsWith($"{setting} ", line, StringComparison.Ordinal);
        Assert.Contains(variable, line, StringComparison.Ordinal);
    }
}
