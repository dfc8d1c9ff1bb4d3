using Kayan.Bot.Templates;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The real service with the fake as its provider.</summary>
internal static class TwilioHost
{
    /// <summary>Points the service to the fake; its public address is where it listens.</summary>
    public static KayanHost With(this KayanHost host, FakeTwilio twilio) => host
        .With("Twilio:AccountSid", twilio.Account.Sid)
        .With("Twilio:AuthToken", twilio.Account.AuthToken)
        .With("Twilio:BaseUrl", twilio.BaseAddress)
        .With("Twilio:WhatsAppFrom", twilio.Account.WhatsAppFrom)
        .With("Twilio:SmsFrom", twilio.Account.SmsFrom)
        .With("Twilio:ContentBaseUrl", twilio.BaseAddress)
        .With("Twilio:WhatsAppPerSecond", "2000")
        .With("Twilio:SmsPerSecond", "2000");

    /// <summary>Stores the templates at the fake, which decides as it is told.</summary>
    public static async Task SyncTemplatesAsync(this KayanHost host)
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TemplateSync>().RunAsync(default);
        }

        await host.Services.GetRequiredService<TemplateBook>().ReloadAsync(default);
    }

    /// <summary>Reads the approvals back, as the job does every hour.</summary>
    public static async Task WatchTemplatesAsync(this KayanHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TemplateWatch>().RunAsync(default);
    }

    /// <summary>A bot that echoes instead of the dialogs.</summary>
    public static KayanHost WithEcho(this KayanHost host) => host.With(services =>
    {
        services.RemoveAll<ConversationState>().AddScoped<ConversationState>();
        services.RemoveAll<IBot>().AddScoped<IBot, EchoBot>();
        EchoState.Register();
    });

    /// <summary>A person's phone that reaches this service.</summary>
    public static FakeTwilioPhone Phone(this FakeTwilio twilio, KayanHost host, string number) =>
        new(twilio.Account, host.Client, host.Address.GetLeftPart(UriPartial.Authority), number);
}
