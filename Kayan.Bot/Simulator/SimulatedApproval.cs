using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Seed;
using Kayan.Bot.Storage;
using Kayan.Bot.Templates;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Simulator;

/// <summary>Stores the templates at the simulated provider when the service starts, which approves them at once.</summary>
internal sealed partial class SimulatedApproval(
    IServiceScopeFactory scopes, WriteQueue writes, TemplateBook book, IHostApplicationLifetime life, IOptions<TwilioOptions> options,
    IConfiguration configuration, ILogger<SimulatedApproval> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue(SeedExtensions.Setting, true) || !options.Value.ContentBaseUrl.Contains(SimulatorAccount.ApiPath, StringComparison.Ordinal))
        {
            return; // no demo data wanted, or a developer with a real account
        }

        await life.AnsweringAsync(stoppingToken);
        try
        {
            // The simulated provider has forgotten with its process what the database still holds.
            await writes.RunAsync(batch => batch.Execute("DELETE FROM ContentTemplates"), stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TemplateSync>().RunAsync(stoppingToken);
            await book.ReloadAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is ContentApiException or StorageUnavailableException)
        {
            LogNotStored(failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The simulated provider did not take the templates: {Kind}.")]
    private partial void LogNotStored(string kind);
}
