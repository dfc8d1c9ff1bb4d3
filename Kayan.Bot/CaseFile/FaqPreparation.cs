namespace Kayan.Bot.CaseFile;

/// <summary>Learns the questions and answers in the background while the service starts.</summary>
internal sealed class FaqPreparation(FaqFile faq) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(faq.Prepare, stoppingToken);
}
