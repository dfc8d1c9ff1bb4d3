using Microsoft.Extensions.Options;

namespace Kayan.Bot.Observability;

/// <summary>Reads what waits again and again, for measures that are sent away: nobody comes to ask for them.</summary>
internal sealed class BacklogReader(BacklogGauges gauges, IOptions<ObservabilityOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReadEvery > Shortest ? options.Value.ReadEvery : Shortest, time);
        do
        {
            await gauges.RefreshAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
