using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Storage;

public sealed class SavedContextTests
{
    [Fact]
    public async Task Context_AfterItsCommit_ReadsItsOwnDatabaseAgain()
    {
        await using var host = await new FlowHost().StartAsync();

        var people = await host.RunAsync<IServiceProvider, int>(async services =>
        {
            var db = (KayanDbContext)services.GetService(typeof(KayanDbContext))!;
            db.People.Add(new() { FullName = "منيرة" });
            await ((WriteQueue)services.GetService(typeof(WriteQueue))!).SaveChangesAsync(db, CancellationToken.None);
            return await db.People.CountAsync();
        });

        Assert.Equal(1, people);
    }
}
