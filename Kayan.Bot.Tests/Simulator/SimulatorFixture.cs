using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Simulator;

/// <summary>The service as a developer starts it: no Twilio settings at all, the simulator is the provider, and the demo people are there.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    internal KayanHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await new KayanHost().With("Seed:Demo", "true").WithEcho().StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
