using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Faq;

/// <summary>
/// Learns the questions and answers in the background: when the service starts, when somebody here changes one, and within a
/// quarter of a minute when somebody did on another node.
/// </summary>
internal sealed partial class FaqLearning(FaqLibrary library, IServiceScopeFactory scopes, ILogger<FaqLearning> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _asked = new(0);
    private Dictionary<string, int>? _learnt;

    /// <summary>Something was changed: look at once.</summary>
    public void Ask() => _asked.Release();

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the start does not wait
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LearnAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What was learnt before goes on answering; the next look tries again.
                LogNotLearnt(failure.GetType().Name);
            }

            await _asked.WaitAsync(Every, stoppingToken);
        }
    }

    private async Task LearnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var versions = await db.FaqChanges.ToDictionaryAsync(change => change.Key, change => change.Version, cancellationToken);
        if (_learnt is not null && _learnt.Count == versions.Count && versions.All(change => _learnt.GetValueOrDefault(change.Key) == change.Value))
        {
            return;
        }

        library.Learn(FaqLibrary.Changes(db));
        _learnt = versions;
        LogLearnt(versions.Count);
    }

    [LoggerMessage(LogLevel.Information, "The questions and answers are learnt, {Changed} of them as the staff changed them.")]
    private partial void LogLearnt(int changed);

    [LoggerMessage(LogLevel.Error, "The questions and answers could not be learnt: {Kind}.")]
    private partial void LogNotLearnt(string kind);
}
