namespace Kayan.Bot.Storage;

/// <summary>One caller's work inside a group commit. It may run more than once; only the run that is committed counts.</summary>
internal abstract class WriteUnit
{
    private const int Free = 0, Writers = 1, GivenUp = 2;

    private int _owner = Free;

    /// <summary>Claims the unit for the writer, unless its caller waits no longer.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _owner, Writers, Free) != GivenUp;

    /// <summary>When the caller waits no longer, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long Deadline { get; set; }

    /// <summary>Whether the caller has gone on.</summary>
    public abstract bool IsDone { get; }

    /// <summary>Lets the caller go on with <paramref name="reason"/>, unless the writer has the unit already: then what it does counts.</summary>
    public void GiveUp(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _owner, GivenUp, Free) == Free)
        {
            Complete(reason);
        }
    }

    /// <summary>Whether a failure of this unit is to be undone alone; without it all of the group commit is undone.</summary>
    public bool Guarded { get; init; } = true;

    /// <summary>Does the work.</summary>
    public abstract void Run(WriteBatch batch);

    /// <summary>Lets the caller go on, once: with the result if the commit went well, else with the exception.</summary>
    public abstract void Complete(Exception? failure);
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
