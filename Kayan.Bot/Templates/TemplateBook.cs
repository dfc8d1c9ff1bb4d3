using System.Collections.Frozen;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Templates;

/// <summary>The templates that may be used at this moment, in memory for the sender. Reads the table again every half minute.</summary>
internal sealed partial class TemplateBook(IServiceScopeFactory scopes, TimeProvider time, ILogger<TemplateBook> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private FrozenDictionary<(string Name, string Language), UsableTemplate> _usable =
        FrozenDictionary<(string Name, string Language), UsableTemplate>.Empty;

    /// <summary>The newest usable version; null where there is none (yet).</summary>
    public UsableTemplate? Find(string name, string language) => _usable.GetValueOrDefault((name, language));

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var rows = await db.ContentTemplates.AsNoTracking()
            .Where(row => row.State == ApprovalState.Approved || row.State == ApprovalState.NotNeeded)
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        Use(rows);
    }

    /// <summary>From now on these, given in the order in which they were made.</summary>
    internal void Use(IReadOnlyList<ContentTemplate> rows) => _usable = rows.GroupBy(row => (row.Name, row.Language))
        .ToFrozenDictionary(same => same.Key, same => UsableTemplate.Of(same.FirstOrDefault(IsCurrent) ?? same.Last()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the start does not wait
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await ReloadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotRead(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static bool IsCurrent(ContentTemplate row) => TemplateFile.Find(row.Name, row.Language)?.Version == row.Version;

    [LoggerMessage(LogLevel.Warning, "The templates could not be read: {Kind}.")]
    private partial void LogNotRead(string kind);
}
