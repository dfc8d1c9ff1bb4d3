using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kayan.Bot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Benchmarks;

/// <summary>
/// How many signed WhatsApp webhooks a second are acknowledged, each after its commit with synchronous FULL, over 64
/// connections; beside it, on the same disk in the same run, one-row commits made one by one. The two take turns, so that a
/// machine that becomes faster or slower meanwhile does so for both.
/// </summary>
internal static class WebhookBenchmark
{
    private const int Connections = 64;
    private const int Rounds = 6;

    public static async Task<int> RunAsync(int count, bool withTurns, CancellationToken cancellationToken)
    {
        var account = new FakeTwilioAccount();
        await using var twilio = await FakeTwilio.StartAsync(account);
        var settings = new Dictionary<string, string> { ["Pipeline__Turns"] = withTurns ? "8" : "0" };
        using var service = new KayanProcess(account, twilio.BaseAddress, settings, Artifacts.Folder);
        await service.StartAsync(cancellationToken);

        await LoadAsync(service, Requests(account, service.Address, count / 3), new Latencies(count / 3), cancellationToken);
        var latencies = new Latencies(count);
        var (loading, committing) = (TimeSpan.Zero, TimeSpan.Zero);
        using var single = OneByOne(service.Folder);
        for (var round = 0; round < Rounds; round++)
        {
            loading += await LoadAsync(service, Requests(account, service.Address, count / Rounds), latencies, cancellationToken);
            committing += Commit(single, count / Rounds / 4);
        }

        var acks = count / loading.TotalSeconds;
        var commits = count / 4 / committing.TotalSeconds;

        System.Console.WriteLine(JsonSerializer.Serialize(
            new Dictionary<string, double>
            {
                ["acks_per_s"] = Math.Round(acks),
                ["p50_ms"] = latencies.Percentile(50),
                ["p99_ms"] = latencies.Percentile(99),
                ["commits_per_s"] = Math.Round(commits),
                ["ratio"] = Math.Round(acks / commits, 2),
            }));
        return 0;
    }

    private static List<byte[]> Requests(FakeTwilioAccount account, string address, int count) =>
        [.. Enumerable.Range(0, count).Select(i => WebhookBytes.Of(account, address, Phone(i % 5000), "متى يطلع قرار اللجنة؟"))];

    private static string Phone(int person) => "+9665" + (10_000_000 + person).ToString(CultureInfo.InvariantCulture);

    private static async Task<TimeSpan> LoadAsync(KayanProcess service, List<byte[]> requests, Latencies latencies, CancellationToken cancellationToken)
    {
        var next = -1;
        var connections = new List<RawConnection>();
        for (var i = 0; i < Connections; i++)
        {
            connections.Add(await RawConnection.OpenAsync(service.Port, cancellationToken));
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(connections.Select(async connection =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests.Count; i = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                var status = await connection.PostAsync(requests[i], cancellationToken);
                latencies.Add(sent);
                if (status != 200)
                {
                    throw new InvalidOperationException($"The service answered {status}.");
                }
            }
        }));
        var taken = Stopwatch.GetElapsedTime(started);
        connections.ForEach(connection => connection.Dispose());
        return taken;
    }

    private static SqliteConnection OneByOne(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "one-by-one.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Text TEXT)";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>So many one-row commits, one after the other.</summary>
    private static TimeSpan Commit(SqliteConnection connection, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Rows (Text) VALUES ('متى يطلع قرار اللجنة؟')";
        command.Prepare();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            command.ExecuteNonQuery();
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
