using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Tests.Reliability;

/// <summary>Another process's hold on the right to write.</summary>
internal sealed class SqliteLock : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    private SqliteLock(SqliteConnection connection, SqliteTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<SqliteLock> TakeAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return new SqliteLock(connection, connection.BeginTransaction(deferred: false));
    }

    public async Task ReleaseAsync()
    {
        await _transaction!.RollbackAsync();
        _transaction = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await ReleaseAsync();
        }

        await _connection.DisposeAsync();
    }
}
