using Kayan.Bot.Observability;

namespace Kayan.Bot.Storage;

/// <summary>The writer's connection during one group commit.</summary>
internal sealed class WriteBatch(DatabaseProvider provider) : SqlSession(provider, provider.Open())
{
    private List<Action>? _actions;

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar();

    /// <summary>Inserts one row and gives its id.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values) => Provider.Insert(Prepare(sql, true, values));

    /// <summary>Something to do when the unit that runs stands in the database for good. Forgotten where it is undone.</summary>
    public void WhenCommitted(Action action) => (_actions ??= []).Add(action);

    /// <summary>What the unit that ran wants done then; null for nothing.</summary>
    public List<Action>? TakeActions()
    {
        var actions = _actions;
        _actions = null;
        return actions;
    }

    public void Begin() => Transaction = Provider.Begin(Connection);

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
        Execute(Provider.Savepoint);
        try
        {
            work();
        }
        catch (Exception failure) when (!Provider.IsOutage(failure) && !Provider.IsConflict(failure))
        {
            Execute(Provider.RollbackToSavepoint);
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

    private void Release()
    {
        if (Provider.ReleaseSavepoint is { } release)
        {
            Execute(release);
        }
    }
}
