using System.Diagnostics;
using Hangfire;
using Kayan.Bot.Observability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Observability;

/// <summary>No phone number, id, code, key or word of a person leaves the case file through what the service says about itself.</summary>
[Collection(Alone.Name)]
public sealed partial class CanaryTests
{
    [Fact]
    public async Task Secrets_OnEveryWayThroughTheService_AreNowhereButInTheCaseFile()
    {
        await using var service = await CanaryHost.StartAsync();
        var canaries = new Canaries();

        var walk = new CanaryWalk(service, canaries);

        await walk.RunAsync();

        var seen = await service.SeenAsync();
        await walk.ReachedAsync();
        Assert.Contains(seen, line => line.StartsWith("log Kayan.Bot.Pipeline.TurnRunner", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("log Microsoft.EntityFrameworkCore.Database.Command", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("log System.Net.Http.HttpClient", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("log Hangfire", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("job SendFollowUp", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("job FetchFile", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("span Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("span System.Net.Http", StringComparison.Ordinal));
        Assert.True(service.Answers.Count > 10, $"{service.Answers.Count} answers");
        var found = canaries.In(seen).Select(line => line[..Math.Min(line.Length, 600)]).Distinct().ToList();
        Assert.True(found.Count == 0, $"{found.Count} lines, for example:\n{string.Join('\n', found.Take(10))}");
    }

    [Fact]
    public async Task Secrets_ThatSomebodyWritesDown_AreFound()
    {
        await using var service = await CanaryHost.StartAsync();
        var logger = service.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kayan.Bot.Sabotage");
        var canaries = new Canaries();

        LogText(logger, Canaries.Text);
        using (logger.BeginScope(Canaries.Name))
        {
            LogFailure(logger, new InvalidOperationException($"Key (Value)=({Canaries.Phone}) already exists."));
        }

        service.Host.Services.GetRequiredService<IBackgroundJobClient>().Schedule<Sabotage>(job => job.Run(Canaries.NationalId), TimeSpan.FromDays(1));
        using var source = new ActivitySource(Spans.SourceName);
        source.StartActivity(Canaries.FileName)!.Dispose();

        var found = canaries.In(await service.SeenAsync()).ToList();
        Assert.Contains(found, line => line.StartsWith("words of ours: log Kayan.Bot.Sabotage: Somebody wrote", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("words of ours: log Kayan.Bot.Sabotage: It failed", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("phone: log Kayan.Bot.Sabotage", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("national id: job Sabotage", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("words of ours: span Kayan.Bot", StringComparison.Ordinal));
    }

    [LoggerMessage(LogLevel.Debug, "Somebody wrote {Text}.")]
    private static partial void LogText(ILogger logger, string text);

    [LoggerMessage(LogLevel.Error, "It failed.")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    /// <summary>A job as it must not be: with a person's data for an argument.</summary>
    public sealed class Sabotage
    {
        private int _length;

        public void Run(string nationalId) => _length += nationalId.Length;
    }
}
