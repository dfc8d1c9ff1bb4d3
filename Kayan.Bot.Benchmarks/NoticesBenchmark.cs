using System.Globalization;
using System.Text.Json;
using Kayan.Bot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Benchmarks;

/// <summary>So many notices are due at once to as many people: how evenly they leave at the rate of the WhatsApp sender.</summary>
internal static class NoticesBenchmark
{
    public static async Task<int> RunAsync(int count, int perSecond, CancellationToken cancellationToken)
    {
        var account = new FakeTwilioAccount();
        await using var twilio = await FakeTwilio.StartAsync(account);
        var settings = new Dictionary<string, string> { ["Twilio__WhatsAppPerSecond"] = perSecond.ToString(CultureInfo.InvariantCulture) };
        using var service = new KayanProcess(account, twilio.BaseAddress, settings, Artifacts.Folder);
        await service.StartAsync(cancellationToken);
        await service.TerminateAsync(cancellationToken);
        Fill(service.DatabaseFile, count);
        await service.StartAsync(cancellationToken);
        while (twilio.Ledger.Count < count)
        {
            await Task.Delay(250, cancellationToken);
        }

        // The first second also holds the quarter of a second that the bucket had saved; the last one is not full.
        var first = twilio.Ledger.Messages[0].CreatedAt;
        int[] perSecondSent = [.. twilio.Ledger.Messages.GroupBy(message => (int)(message.CreatedAt - first).TotalSeconds).OrderBy(second => second.Key)
            .Select(second => second.Count())];
        var full = perSecondSent[1..^1];
        System.Console.WriteLine(JsonSerializer.Serialize(
            new Dictionary<string, double>
            {
                ["notices"] = twilio.Ledger.Count,
                ["per_s"] = Math.Round(full.Average(), 1),
                ["per_s_least"] = full.Min(),
                ["per_s_most"] = full.Max(),
                ["double_sends"] = twilio.Ledger.Doubles.Count,
            }));
        return 0;
    }

    /// <summary>As the turns of the follow-ups leave them: one message in the outbox of each conversation.</summary>
    private static void Fill(string database, int count)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO Conversations (Id, Channel, Address, Language, CreatedAt, LastInboundAt, StateVersion) VALUES (@i, 'WhatsApp', @phone, 'ar', @now, @now, 0);
            INSERT INTO Messages (Id, ConversationId, Author, Text, Activity, At) VALUES (@i, @i, 'Bot', @text, @activity, @now);
            INSERT INTO OutboxMessages (Id, ConversationId, MessageId, Channel, Recipient, Class, Priority, State, Attempts, DueAt, ExpiresAt, Delivery, CreatedAt)
            VALUES (@id, @i, @i, 'WhatsApp', @phone, 'Service', 1, 'Pending', 0, @now, @now + 86400000, 'None', @now);
            """;
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 1; i <= count; i++)
        {
            var text = $"في طلبك رقم {2_000_000 + i} جديد.";
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@i", i);
            command.Parameters.AddWithValue("@id", Guid.CreateVersion7().ToString().ToUpperInvariant());
            command.Parameters.AddWithValue("@phone", $"+9665{10_000_000 + i}");
            command.Parameters.AddWithValue("@text", text);
            command.Parameters.AddWithValue("@activity", $$"""{"type":"message","text":"{{text}}"}""");
            command.Parameters.AddWithValue("@now", now);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
