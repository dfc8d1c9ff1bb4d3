using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>What must be true after any run: nothing lost, nothing twice, nothing out of order, the database whole.</summary>
internal static class LedgerCheck
{
    public static KayanDbContext Open(TestStorage storage) => storage.CreateProvider().CreateContext();

    /// <summary>Waits until both queues are empty.</summary>
    public static Task DrainedAsync(TestStorage storage) => Eventually.HoldsAsync(
        async () =>
        {
            await using var db = Open(storage);
            return !await db.InboxMessages.AnyAsync(m => m.HandledAt == null)
                && !await db.OutboxMessages.AnyAsync(m => m.State == OutboxState.Pending || m.State == OutboxState.Claimed || m.State == OutboxState.Ambiguous);
        },
        TimeSpan.FromMinutes(2));

    public static async Task HoldsAsync(TestStorage storage, FakeTwilio twilio, int acknowledged)
    {
        await using var db = Open(storage);
        var inbox = await db.InboxMessages.Select(m => new { m.ConversationId, m.Attempts }).ToListAsync();
        Assert.Equal(acknowledged, inbox.Count);
        Assert.All(inbox, m => Assert.Equal(0, m.Attempts));

        foreach (var conversation in await db.Conversations.Select(c => new { c.Id, c.StateVersion }).ToListAsync())
        {
            Assert.Equal(inbox.Count(m => m.ConversationId == conversation.Id), conversation.StateVersion);
        }

        var outbox = await db.OutboxMessages.OrderBy(m => m.MessageId).Select(m => new { m.Id, m.To, m.State, m.Sid }).ToListAsync();
        Assert.All(outbox, m => Assert.Equal(OutboxState.Accepted, m.State));
        Assert.Empty(twilio.Ledger.Doubles);
        Assert.Equal(outbox.Count, twilio.Ledger.Count);
        foreach (var person in outbox.GroupBy(m => m.To))
        {
            Assert.Equal(person.Select(m => m.Sid), twilio.Ledger.To(person.Key).Select(m => m.Sid));
        }

        if (storage.Provider != StorageProvider.Sqlite)
        {
            return;
        }

        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
    }

    /// <summary>Who said what, per address: the same whatever happened on the way.</summary>
    public static async Task<Dictionary<string, List<string>>> TranscriptsAsync(TestStorage storage)
    {
        await using var db = Open(storage);
        var lines = await db.Messages.OrderBy(m => m.Id).Select(m => new { m.Conversation!.Address, m.Author, m.Text }).ToListAsync();
        return lines.GroupBy(l => l.Address).ToDictionary(g => g.Key, g => InTurns(g.Select(l => (l.Author, l.Text))));
    }

    /// <summary>Person and bot apart, because a person may write on before the bot has answered.</summary>
    private static List<string> InTurns(IEnumerable<(Author Author, string? Text)> lines) =>
        [.. lines.OrderBy(l => l.Author).Select(l => $"{l.Author}: {l.Text}")];
}
