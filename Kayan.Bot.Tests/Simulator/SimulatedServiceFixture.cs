using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Simulator;

/// <summary>The service as a developer starts it, with its own dialogs; comes back when the simulated provider has approved the templates.</summary>
public sealed class SimulatedServiceFixture : IAsyncLifetime
{
    internal KayanHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await new KayanHost().With("Seed:Demo", "true").StartAsync();
        var book = Host.Services.GetRequiredService<TemplateBook>();
        await Eventually.HoldsAsync(() => Task.FromResult(TemplateFile.All.All(template => book.Find(template.Name, template.Language) is not null)));
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
