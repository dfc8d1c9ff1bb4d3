using Hangfire;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Jobs;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Files;

internal static class FilesExtensions
{
    /// <summary>Fetching what people send from the provider.</summary>
    public static IHostApplicationBuilder AddFiles(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MediaHosts>().AddSingleton<FileSignal>();
        services.AddScoped<FetchFile>().AddScoped<FileSweep>();
        services.AddSingleton(RecurringJobSpec.EveryMinute<FileSweep>("files", sweep => sweep.RunAsync(CancellationToken.None)));
        services.AddHttpClient<TwilioMedia>()
            .UseSocketsHttpHandler((handler, provider) => TwilioMedia.Configure(handler, provider.GetRequiredService<IOptions<TwilioOptions>>().Value))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(new BackgroundJobServerOptions
        {
            Queues = [FetchFile.Queue],
            WorkerCount = 2,
            ServerName = $"{Environment.MachineName}:{FetchFile.Queue}",
        });
        return builder;
    }
}
