namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a step of a waterfall knows and can do.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    internal WaterfallStepContext(
        WaterfallDialog waterfall,
        DialogContext dc,
        object options,
        IDictionary<string, object> values,
        int index,
        DialogReason reason,
        object result)
        : base(dc.Dialogs, dc, new DialogState(dc.Stack))
    {
        _waterfall = waterfall;
        Parent = dc.Parent;
        SharesTurnState = dc.SharesTurnState;
        Index = index;
        Options = options;
        Reason = reason;
        Result = result;
        Values = values;
    }

    /// <summary>The number of this step, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// What the waterfall was begun with. After it has been stored it is JSON again: read it through
    /// <see cref="ObjectPath.MapValueTo"/>, which also takes the object as it was set.
    /// </summary>
    public object Options { get; }

    /// <summary>Why this step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>What the step before ended with: a prompt's value, or the argument of <see cref="NextAsync"/>.</summary>
    public object Result { get; }

    /// <summary>What the steps of this waterfall share; kept between turns.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step in the same turn. A second call throws <see cref="InvalidOperationException"/>.</summary>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        DialogArguments.ThrowIfToken(result, nameof(result));
        if (_nextCalled)
        {
            throw new InvalidOperationException($"NextAsync was already called in step {Index} of '{_waterfall.Id}'.");
        }

        _nextCalled = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
