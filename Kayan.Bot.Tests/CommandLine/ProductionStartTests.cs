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

    [Fact]
    public async Task Command_WithoutASetting_StopsWithOneLineThatNamesIt()
    {
        using var service = new KayanProcess(new FakeTwilioAccount(), "http://127.0.0.1:1", new() { ["Twilio__AuthToken"] = "" });

        Assert.Equal(78, await service.RunAsync(default, "api-key", "create", "back-office"));

        Assert.StartsWith("Twilio:AuthToken ", Assert.Single(service.Output.ToList()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_NeedsNoOtherSecret()
    {
        using var service = new KayanProcess(new FakeTwilioAccount(), "http://127.0.0.1:1", new() { ["Twilio__AuthToken"] = "", ["WebChat__SigningKey"] = "" });

        Assert.Equal(0, await service.RunAsync(default, "db", "migrate"));

        Assert.EndsWith("migrations applied.", Assert.Single(service.Output.ToList()), StringComparison.Ordinal);
    }
}
