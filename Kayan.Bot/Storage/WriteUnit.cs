namespace Kayan.Bot.Storage;

/// <summary>One caller's work inside a group commit.</summary>
internal abstract class WriteUnit
{
    private int _taken;

    /// <summary>Claims the unit: for the writer to run it, or for a caller who waits no longer. Only one of them succeeds.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>When the caller waits no longer, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long Deadline { get; set; }

    /// <summary>Whether the caller has gone on.</summary>
    public abstract bool IsDone { get; }

    /// <summary>Lets the caller go on with <paramref name="reason"/>, unless the writer has the unit already: then what it does counts.</summary>
    public void GiveUp(Exception reason)
    {
        if (TryTake())
        {
            Complete(reason);
        }
    }

    /// <summary>Whether a failure of this unit is to be undone alone; without it, it fails the group commit.</summary>
    public bool Guarded { get; init; } = true;

    /// <summary>Does the work; an exception undoes this unit only, where it is guarded.</summary>
    public abstract void Run(WriteBatch batch);

    /// <summary>Lets the caller go on: with the result if the commit went well, else with the exception.</summary>
    public abstract void Complete(Exception? failure);

    /// <summary>The failure of this unit alone.</summary>
    public Exception? Failure { get; set; }
}

internal sealed class WriteUnit<T>(Func<WriteBatch, T> work) : WriteUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override bool IsDone => _done.Task.IsCompleted;

    public override void Run(WriteBatch batch) => _result = work(batch);

    public override void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _done.TrySetResult(_result!);
        }
        else
        {
            _done.TrySetException(failure);
        }
    }
}
