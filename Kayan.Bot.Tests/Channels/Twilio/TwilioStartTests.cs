using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Channels.Twilio;

public sealed class TwilioStartTests
{
    [Fact]
    public async Task Start_InProductionWithoutTheSecret_StopsWithOneClearLine()
    {
        await using var host = new KayanHost().In(Environments.Production).With("WebChat:SigningKey", new string('k', 40))
            .With("Twilio:AccountSid", "AC00000000000000000000000000000000")
            .With("Twilio:PublicBaseUrl", "https://bot.example.org")
            .With("Twilio:WhatsAppFrom", "+966112345678");

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.Equal("Twilio:AuthToken is missing. Set the environment variable Twilio__AuthToken.", Assert.Single(stopped.Failures));
    }

    [Fact]
    public async Task Start_InProduction_HasNoSimulator()
    {
        await using var host = await new KayanHost().In(Environments.Production).With("WebChat:SigningKey", new string('k', 40))
            .With("Twilio:AccountSid", "AC00000000000000000000000000000000")
            .With("Twilio:AuthToken", "12345678901234567890123456789012")
            .With("Twilio:PublicBaseUrl", "https://bot.example.org")
            .With("Twilio:WhatsAppFrom", "+966112345678")
            .StartAsync();

        foreach (var path in (string[])["/simulator", "/simulator/app.js", "/simulator/people", "/simulator/twilio/2010-04-01/Accounts/AC0/Messages.json"])
        {
            using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
