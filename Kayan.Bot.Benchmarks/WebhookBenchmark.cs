using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
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

    public static async Task<int> RunAsync(int count, bool withTurns, bool scattered, CancellationToken cancellationToken)
    {
        var account = new FakeTwilioAccount();
        await using var twilio = await FakeTwilio.StartAsync(account);
        var settings = new Dictionary<string, string> { ["Pipeline__Turns"] = withTurns ? "8" : "0" };
        using var service = new KayanProcess(account, twilio.BaseAddress, settings, Artifacts.Folder);
        await service.StartAsync(cancellationToken);

        List<byte[]> Requests(int some) => WebhookBenchmark.Requests(account, service.Address, some, scattered);
        Load(service, Requests(count / 3), new Latencies(count / 3), cancellationToken);
        var latencies = new Latencies(count);
        var (loading, committing) = (TimeSpan.Zero, TimeSpan.Zero);
        var activity = LastActivity(service.DatabaseFile);
        using var single = OneByOne(service.Folder);
        for (var round = 0; round < Rounds; round++)
        {
            loading += Load(service, Requests(count / Rounds), latencies, cancellationToken);
            committing += Commit(single, activity, count / Rounds);
        }

        var acks = count / loading.TotalSeconds;
        var commits = count / committing.TotalSeconds;

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

    private static List<byte[]> Requests(FakeTwilioAccount account, string address, int count, bool scattered) =>
        [.. Enumerable.Range(0, count).Select(i => WebhookBytes.Of(account, address, Phone(i % 5000), "متى يطلع قرار اللجنة؟", scattered ? ScatteredSid() : null))];

    private static string ScatteredSid() => "SM" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static string Phone(int person) => "+9665" + (10_000_000 + person).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Load(KayanProcess service, List<byte[]> requests, Latencies latencies, CancellationToken cancellationToken)
    {
        var connections = new List<RawConnection>();
        for (var i = 0; i < Connections; i++)
        {
            connections.Add(RawConnection.Open(service.Port));
        }

        var started = Stopwatch.GetTimestamp();
        Load(connections, requests, latencies, cancellationToken);
        var taken = Stopwatch.GetElapsedTime(started);
        connections.ForEach(connection => connection.Dispose());
        return taken;
    }

    /// <summary>Keeps a request on the way on each connection. One thread does it: what the load program uses of the machine, the service cannot.</summary>
    private static void Load(List<RawConnection> connections, List<byte[]> requests, Latencies latencies, CancellationToken cancellationToken)
    {
        var bySocket = connections.ToDictionary(connection => connection.Socket);
        var sent = new Dictionary<Socket, long>();
        var free = bySocket.Keys.ToList();
        var next = 0;
        while (next < requests.Count || sent.Count > 0)
        {
            foreach (var socket in free.Take(requests.Count - next))
            {
                sent[socket] = Stopwatch.GetTimestamp();
                bySocket[socket].Send(requests[next++]);
            }

            cancellationToken.ThrowIfCancellationRequested();
            free = [.. sent.Keys];
            Socket.Select(free, null, null, TimeSpan.FromSeconds(10));
            foreach (var socket in free)
            {
                if (bySocket[socket].Receive() is not 200 and var status)
                {
                    throw new InvalidOperationException($"The service answered {status}.");
                }

                sent.Remove(socket, out var at);
                latencies.Add(at);
            }
        }
    }

    private static SqliteConnection OneByOne(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "one-by-one.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Rows (Id INTEGER PRIMARY KEY, Activity TEXT)";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>What the service keeps of a message: a row of this size is what the commits one by one write too.</summary>
    private static string LastActivity(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Activity FROM Messages ORDER BY Id DESC LIMIT 1";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>So many one-row commits, one after the other.</summary>
    private static TimeSpan Commit(SqliteConnection connection, string activity, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Rows (Activity) VALUES (@activity)";
        command.Parameters.AddWithValue("@activity", activity);
        command.Prepare();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            command.ExecuteNonQuery();
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
