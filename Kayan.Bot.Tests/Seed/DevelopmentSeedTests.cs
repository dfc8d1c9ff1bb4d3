using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Seed;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Seed;

public sealed class DevelopmentSeedTests
{
    [Fact]
    public async Task Seed_EmptyDatabase_HasPeopleInManyStagesAndWritesToNobody()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await new KayanHost().With("Seed:Demo", "true").With(twilio).StartAsync();

        var requests = await host.DatabaseAsync(db => db.Requests.Include(r => r.Person!.Addresses).Include(r => r.FollowUps).AsNoTracking().ToListAsync());

        Assert.Equal(DemoData.People.Count, requests.Count);
        Assert.True(requests.Select(r => r.Stage).Distinct().Count() >= 7);
        Assert.All(requests, r => Assert.StartsWith("+96650000000", Assert.Single(r.Person!.Addresses).Value, StringComparison.Ordinal));
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Assert.DoesNotContain(requests.SelectMany(r => r.FollowUps), f => f.State == FollowUpState.Pending && f.DueAt <= now);
        Assert.Equal(DemoData.Staff.Count, await host.DatabaseAsync(db => db.Users.CountAsync()));
        Assert.Empty(twilio.Ledger.Messages);
    }

    [Fact]
    public async Task Seed_SecondStart_ChangesNothing()
    {
        await using var host = await new KayanHost().With("Seed:Demo", "true").StartAsync();
        await host.DatabaseAsync(db => db.Requests.Where(r => r.Stage == RequestStage.Submitted).ExecuteUpdateAsync(set => set.SetProperty(r => r.Title, "غيّرها موظف")));

        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DevelopmentSeed>().RunAsync(default);
        }

        var titles = await host.DatabaseAsync(db => db.Requests.Select(r => r.Title).ToListAsync());
        Assert.Equal(DemoData.People.Count, titles.Count);
        Assert.Contains("غيّرها موظف", titles);
        Assert.Equal(1, await host.DatabaseAsync(db => db.ApiKeys.CountAsync()));
    }

    [Fact]
    public async Task Seed_OutsideDevelopment_LeavesTheDatabaseEmpty()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await new KayanHost().In("Production").With("WebChat:SigningKey", new string('k', 40)).With("Seed:Demo", "true")
            .With("Twilio:PublicBaseUrl", "https://bot.example.org").With(twilio).StartAsync();

        Assert.Equal(0, await host.DatabaseAsync(db => db.People.CountAsync()));
        Assert.Equal(0, await host.DatabaseAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await host.DatabaseAsync(db => db.ApiKeys.CountAsync()));
    }
}
