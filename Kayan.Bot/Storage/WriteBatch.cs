using System.Data.Common;
using Kayan.Bot.Observability;

namespace Kayan.Bot.Storage;

/// <summary>The writer's connection during one group commit. Commands are prepared once and kept.</summary>
internal sealed class WriteBatch(DatabaseProvider provider) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];
    private List<Action>? _actions;

    public DbConnection Connection { get; } = provider.Open();

    /// <summary>The statements that were prepared so far, as they are written in the code.</summary>
    public IReadOnlyCollection<string> Statements => _commands.Keys;

    public DbTransaction? Transaction { get; private set; }

    /// <summary>A prepared command with these parameters; its values are set by position.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, false, values);

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar();

    /// <summary>Inserts one row and gives its id.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values) => provider.Insert(Prepare(sql, true, values));

    /// <summary>Reads an instant of a row that <see cref="Command"/> gave.</summary>
    public DateTimeOffset Instant(DbDataReader row, int column) => provider.Instant(row, column);

    /// <summary>Something to do when the unit that runs stands in the database for good. Forgotten where it is undone.</summary>
    public void WhenCommitted(Action action) => (_actions ??= []).Add(action);

    /// <summary>What the unit that ran wants done then; null for nothing.</summary>
    public List<Action>? TakeActions()
    {
        var actions = _actions;
        _actions = null;
        return actions;
    }

    public void Begin() => Transaction = provider.Begin(Connection);

    public void Commit()
    {
        Transaction!.Commit();
        Measures.WriteCommitted();
        Transaction.Dispose();
        Transaction = null;
    }

    /// <summary>Runs <paramref name="work"/> so that a failure that is its own undoes it alone, and gives that failure.</summary>
    public Exception? RunBehindSavepoint(Action work)
    {
        Execute(provider.Savepoint);
        try
        {
            work();
        }
        catch (Exception failure) when (!provider.IsOutage(failure) && !provider.IsConflict(failure))
        {
            Execute(provider.RollbackToSavepoint);
            Release();
            return failure;
        }

        Release();
        return null;
    }

    public void Rollback()
    {
        var undone = Transaction;
        (_actions, Transaction) = (null, null);
        undone?.Dispose();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    private void Release()
    {
        if (provider.ReleaseSavepoint is { } release)
        {
            Execute(release);
        }
    }

    private DbCommand Prepare(string sql, bool insert, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = insert ? provider.TranslateInsert(sql) : provider.Translate(sql);
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = provider.Value(values[i]);
        }

        return command;
    }
}
