using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Simulator;

/// <summary>The service as a developer starts it: no Twilio settings at all, the simulator is the provider.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    internal KayanHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await new KayanHost().WithEcho().StartAsync();
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        for (var i = 1; i <= 3; i++)
        {
            db.People.Add(new Person { FullName = $"شخص تجريبي {i}", Addresses = { new Address { Phone = $"+96650000090{i}", OnWhatsApp = true } } });
        }

        await scope.ServiceProvider.GetRequiredService<WriteQueue>().SaveChangesAsync(db, default);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
