using Hangfire;
using Hangfire.Common;

namespace Kayan.Bot.Jobs;

/// <summary>The workers of the jobs, one group for each options that are registered.</summary>
internal sealed class JobServers(
    IEnumerable<BackgroundJobServerOptions> servers, JobStorage storage, JobActivator activator, IJobFilterProvider filters,
    IGlobalConfiguration configuration, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = configuration; // whoever asks for it sets Hangfire up, which has to be before the first worker
        await life.AnsweringAsync(stoppingToken);
        List<BackgroundJobServer> running = [];
        try
        {
            foreach (var options in servers)
            {
                (options.Activator, options.FilterProvider) = (activator, filters);
                running.Add(new BackgroundJobServer(options, storage));
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
        finally
        {
            running.ForEach(server => server.SendStop()); // all of them, before one is waited for
            running.ForEach(server => server.Dispose());
        }
    }
}
