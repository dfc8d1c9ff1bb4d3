using Hangfire;

namespace Kayan.Bot.Jobs;

/// <summary>
/// Sets the clock of the recurring jobs, beside the work: whoever writes is answered while the jobs' store is away, or while a process
/// that was killed still holds its lock.
/// </summary>
internal sealed partial class RecurringJobs(
    IEnumerable<RecurringJobSpec> jobs, IRecurringJobManager manager, IHostApplicationLifetime life, TimeProvider time,
    ILogger<RecurringJobs> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.AnsweringAsync(stoppingToken);
        foreach (var job in jobs)
        {
            while (!Set(job))
            {
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    // The store says what stops it in exceptions of its own and of its driver, and any of them may be over in a moment.
    private bool Set(RecurringJobSpec job)
    {
        try
        {
            job.Set(manager);
            return true;
        }
        catch (Exception failure)
        {
            LogNotSet(job.Id, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The recurring job {Job} could not be set ({Kind}); it will be tried again.")]
    private partial void LogNotSet(string job, string kind);
}
