using System.Diagnostics;
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack of dialogs during a turn, and what can be done with it.</summary>
[DebuggerDisplay("{GetType().Name}[{ActiveDialog?.Id}]")]
public partial class DialogContext
{
    private TurnContextStateCollection _services;

    /// <summary>The outermost context of a turn.</summary>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    /// <summary>A context below another one.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext?.Context, state) => Parent = parentDialogContext;

    /// <summary>The dialogs that can be begun here.</summary>
    public DialogSet Dialogs { get; private set; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; private set; }

    /// <summary>The dialogs on the stack, the active one first.</summary>
    public List<DialogInstance> Stack { get; private set; }

    /// <summary>The context above this one, or null.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The context inside the active dialog, when that is a container; else null.</summary>
    public DialogContext Child => ActiveDialog is { } instance && FindDialog(instance.Id) is DialogContainer container
        ? container.CreateChildContext(this)
        : null;

    /// <summary>The dialog on top of the stack, or null.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>
    /// Objects for the dialogs of this turn: those of the parent,
    /// and of the turn where <see cref="DialogExtensions.RunAsync"/> began.
    /// </summary>
    public TurnContextStateCollection Services => _services ??= CollectServices();

    // Copied only when asked for: most turns never look.
    internal bool SharesTurnState { get; set; }

    /// <summary>The dialog with this id here, in a parent or in the container that holds this context; null when there is none.</summary>
    public Dialog FindDialog(string dialogId)
    {
        var found = Dialogs.Find(dialogId);
        if (found is not null || Parent is null)
        {
            return found;
        }

        found = Parent.FindDialog(dialogId);
        if (found is null && Parent.ActiveDialog?.Id is { } parentId && Parent.FindDialog(parentId) is DialogContainer container)
        {
            found = container.FindDialog(dialogId, this);
        }

        return found;
    }

    /// <summary>The language of the turn: the activity's, else the current culture's.</summary>
    public string GetLocale()
    {
        var locale = Context.Activity?.Locale;
        try
        {
            return string.IsNullOrEmpty(locale) ? CultureInfo.CurrentCulture.Name : CultureInfo.GetCultureInfo(locale).Name;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentCulture.Name;
        }
    }

    /// <summary>
    /// Offers an event to the active dialog here, or with <paramref name="fromLeaf"/> to the innermost one;
    /// true when handled.
    /// </summary>
    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var dc = this;
        if (fromLeaf)
        {
            while (dc.Child is { } child)
            {
                dc = child;
            }
        }

        if (dc.ActiveDialog is not { } instance || dc.FindDialog(instance.Id) is not { } dialog)
        {
            return false;
        }

        var dialogEvent = new DialogEvent { Bubble = bubble, Name = name, Value = value };
        return await dialog.OnDialogEventAsync(dc, dialogEvent, cancellationToken).ConfigureAwait(false);
    }

    private TurnContextStateCollection CollectServices()
    {
        var services = new TurnContextStateCollection();
        IEnumerable<KeyValuePair<string, object>> inherited = SharesTurnState ? Context.TurnState : Parent?.Services;
        foreach (var (name, service) in inherited ?? [])
        {
            services[name] = service;
        }

        return services;
    }

    // An exception filter that never catches: it tells, in Exception.Data, where on the stack the exception came from.
    private bool Describe(Exception exception)
    {
        if (!exception.Data.Contains(nameof(DialogContext)))
        {
            var stack = new List<string>();
            for (var dc = this; dc is not null; dc = dc.Parent)
            {
                stack.AddRange(dc.Stack.Select(instance => instance.Id));
            }

            exception.Data.Add(nameof(DialogContext), new Dictionary<string, object>
            {
                [nameof(ActiveDialog)] = ActiveDialog?.Id,
                [nameof(Parent)] = Parent?.ActiveDialog?.Id,
                [nameof(Stack)] = stack,
            });
        }

        return false;
    }
}
