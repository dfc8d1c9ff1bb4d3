using System.Data.Common;
using Kayan.Bot.Storage.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kayan.Bot.Tests.Storage.SqlServer;

/// <summary>A context that says what it would send to SQL Server, and sends nothing.</summary>
internal sealed class SqlServerCapture : DbCommandInterceptor
{
    private readonly List<string> _statements = [];

    public SqlServerKayanDbContext CreateContext() => new(new DbContextOptionsBuilder<SqlServerKayanDbContext>()
        .UseSqlServer(SqlServerModel.Provider.ConnectionString).AddInterceptors(this, new NoConnection()).Options);

    /// <summary>What <paramref name="work"/> would send first.</summary>
    public IReadOnlyList<string> Of(Action work)
    {
        _statements.Clear();
        try
        {
            work();
        }
        catch (Exception end) when (end.GetBaseException() is Captured)
        {
            return [.. _statements];
        }

        throw new InvalidOperationException("Nothing was sent.");
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw Capture(command);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        throw Capture(command);

    private Captured Capture(DbCommand command)
    {
        _statements.Add(command.CommandText);
        return new Captured();
    }

    private sealed class Captured() : Exception("Captured.");

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }
}
