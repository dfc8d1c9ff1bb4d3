using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>One service and one fake Twilio for a test class.</summary>
public class TwilioHostFixture : IAsyncLifetime
{
    private int _phones;

    internal FakeTwilio Twilio { get; private set; } = null!;

    internal KayanHost Host { get; private set; } = null!;

    internal string Origin => Host.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        Twilio = await FakeTwilio.StartAsync();
        Host = await Settings(new KayanHost().With(Twilio).WithEcho()).StartAsync();
        await Host.SyncTemplatesAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
    }

    private protected virtual KayanHost Settings(KayanHost host) => host;

    /// <summary>A number that no other test of the class uses.</summary>
    internal string NewNumber() => $"+9665{Interlocked.Increment(ref _phones):d8}";

    internal FakeTwilioPhone NewPhone() => Twilio.Phone(Host, NewNumber());

    internal Task<int> StoredAsync() => Host.DatabaseAsync(db => db.InboxMessages.CountAsync());
}
