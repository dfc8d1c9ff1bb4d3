using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kayan.Bot.Tests.Storage;

/// <summary>The SQL that Entity Framework sends for one host.</summary>
internal sealed class EntityFrameworkSql : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, SentStatement> _seen = new();

    public IEnumerable<SentStatement> Seen => _seen.Values;

    /// <summary>From here on.</summary>
    public void Clear() => _seen.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _seen[command.CommandText] = SentStatement.Of(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _seen[command.CommandText] = SentStatement.Of(command);
        return ValueTask.FromResult(result);
    }
}
