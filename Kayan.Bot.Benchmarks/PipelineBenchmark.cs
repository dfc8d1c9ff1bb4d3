using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Benchmarks;

/// <summary>
/// From the webhook to the reply that the provider accepted, with the real dialogs: so many people write one question each,
/// 64 of them wait for their reply at any time.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Waiting = 64;
    private const int WarmUp = 2_000;

    public static async Task<int> RunAsync(int conversations, CancellationToken cancellationToken)
    {
        var account = new FakeTwilioAccount();
        var replies = new ConcurrentDictionary<string, TaskCompletionSource>();
        await using var twilio = await FakeTwilio.StartAsync(account);
        twilio.Decide = form =>
        {
            if (replies.TryRemove(form["To"].ToString(), out var waiting))
            {
                waiting.TrySetResult();
            }

            return FakeTwilioAnswer.Created;
        };
        using var service = new KayanProcess(account, twilio.BaseAddress, folder: Artifacts.Folder);
        await service.StartAsync(cancellationToken);
        var run = new Run(account, service, replies);

        await run.WriteAsync(0, WarmUp, cancellationToken);
        var memory = service.ResidentMegabytes;
        var used = service.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var latencies = await run.WriteAsync(WarmUp, conversations, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        System.Console.WriteLine(JsonSerializer.Serialize(
            new Dictionary<string, double>
            {
                ["turns_per_s"] = Math.Round(conversations / seconds),
                ["p50_ms"] = latencies.Percentile(50),
                ["p99_ms"] = latencies.Percentile(99),
                ["cpu_us"] = Math.Round((service.ProcessorTime - used).TotalMicroseconds / conversations),
                ["rss_mb_start"] = memory,
                ["rss_mb_end"] = service.ResidentMegabytes,
                ["double_sends"] = twilio.Ledger.Doubles.Count,
            }));
        return 0;
    }

    private sealed class Run(FakeTwilioAccount account, KayanProcess service, ConcurrentDictionary<string, TaskCompletionSource> replies)
    {
        public async Task<Latencies> WriteAsync(int first, int count, CancellationToken cancellationToken)
        {
            var latencies = new Latencies(count);
            var next = first - 1;
            await Task.WhenAll(Enumerable.Range(0, Waiting).Select(async _ =>
            {
                using var connection = await RawConnection.OpenAsync(service.Port, cancellationToken);
                for (var i = Interlocked.Increment(ref next); i < first + count; i = Interlocked.Increment(ref next))
                {
                    await AskAsync(connection, i, latencies, cancellationToken);
                }
            }));
            return latencies;
        }

        private async Task AskAsync(RawConnection connection, int person, Latencies latencies, CancellationToken cancellationToken)
        {
            var phone = "+9665" + (20_000_000 + person).ToString(CultureInfo.InvariantCulture);
            var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            replies[$"whatsapp:{phone}"] = reply;
            var request = WebhookBytes.Of(account, service.Address, phone, "متى يطلع قرار اللجنة؟");
            var sent = Stopwatch.GetTimestamp();
            if (await connection.PostAsync(request, cancellationToken) is not 200 and var status)
            {
                throw new InvalidOperationException($"The service answered {status}.");
            }

            await reply.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
            latencies.Add(sent);
        }
    }
}
