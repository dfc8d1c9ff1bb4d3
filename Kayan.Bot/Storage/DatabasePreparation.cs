using System.Data.Common;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Storage;

/// <summary>Brings the database to this version, one process at a time however many start at once.</summary>
internal sealed class DatabasePreparation(DatabaseProvider provider, IServiceProvider services, IOptions<StorageOptions> options)
{
    /// <summary>Prepares the database for the service and fills it with <paramref name="seed"/> under the same lock.</summary>
    /// <exception cref="DatabaseStateException">It is newer than this version, half-migrated, older and may not be changed, or away.</exception>
    public Task StartAsync(Func<Task> seed, CancellationToken cancellationToken) => PrepareAsync(options.Value.MigrateOnStart, seed, cancellationToken);

    /// <summary>Brings the database to the newest version.</summary>
    /// <returns>Where it stood before.</returns>
    /// <exception cref="DatabaseStateException">It is newer than this version, half-migrated, or away.</exception>
    public Task<DatabaseState> MigrateAsync(CancellationToken cancellationToken) => PrepareAsync(true, () => Task.CompletedTask, cancellationToken);

    /// <summary>Where the database stands. Changes nothing.</summary>
    /// <exception cref="DatabaseStateException">It is away.</exception>
    public Task<DatabaseState> CheckAsync() => ReachAsync(() => Task.FromResult(Read()));

    private Task<DatabaseState> PrepareAsync(bool mayChange, Func<Task> fill, CancellationToken cancellationToken) => ReachAsync(async () =>
    {
        await using var alone = await provider.LockAsync(cancellationToken);
        var state = Read();
        if (!state.IsCurrent)
        {
            await MigrateAsync(state, mayChange, cancellationToken);
        }

        services.GetRequiredService<JobStorage>(); // makes its own tables
        await fill();
        return state;
    });

    private static async Task<DatabaseState> ReachAsync(Func<Task<DatabaseState>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException failure)
        {
            throw new DatabaseStateException($"The database of ConnectionStrings:Kayan cannot be used: {failure.GetType().Name} {failure.SqlState}".TrimEnd() + ".", failure);
        }
    }

    private async Task MigrateAsync(DatabaseState state, bool mayChange, CancellationToken cancellationToken)
    {
        if (state.Unknown.Count > 0 || state.IsBroken || !mayChange)
        {
            throw new DatabaseStateException(state.Line);
        }

        await using var db = provider.CreateContext();
        provider.FreeMigrations();
        await db.Database.MigrateAsync(cancellationToken);
    }

    private DatabaseState Read()
    {
        var (known, applied) = (provider.KnownMigrations(), provider.AppliedMigrations());
        var common = known.Intersect(applied).ToList();
        var isBroken = !common.SequenceEqual(known.Take(common.Count)) || (applied.Count == 0 && provider.HasTables());
        return new(known.Except(applied).ToList(), applied.Except(known).ToList(), isBroken);
    }
}
