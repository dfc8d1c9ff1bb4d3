using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin one another by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private string _version;

    /// <summary>A set whose stack is kept in a state property.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>A set inside another dialog, which keeps the stack.</summary>
    public DialogSet()
    {
    }

    /// <summary>Changes with the version of any dialog; computed once.</summary>
    public virtual string GetVersion()
    {
        if (_version is null)
        {
            var versions = string.Concat(_dialogs.Values.Select(dialog => dialog.GetVersion()));
            _version = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(versions)));
        }

        return _version;
    }

    /// <summary>Adds a dialog. Another one with the same id makes the new one's id end in 2, 3, and so on.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        _version = null;
        if (_dialogs.TryGetValue(dialog.Id, out var present))
        {
            if (ReferenceEquals(present, dialog))
            {
                return this;
            }

            dialog.Id = FreeId(dialog.Id);
        }

        _dialogs[dialog.Id] = dialog;
        if (dialog is IDialogDependencies withDependencies)
        {
            foreach (var dependency in withDependencies.GetDependencies())
            {
                Add(dependency);
            }
        }

        return this;
    }

    /// <summary>Opens the stored stack for a turn.</summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (_dialogState is null)
        {
            throw new InvalidOperationException("This DialogSet was made without a state property to keep its stack in.");
        }

        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    /// <summary>The dialog with this id, or null.</summary>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    /// <summary>All dialogs, in the order they were added.</summary>
    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private string FreeId(string id)
    {
        var suffix = 2;
        while (_dialogs.ContainsKey($"{id}{suffix}"))
        {
            suffix++;
        }

        return $"{id}{suffix}";
    }
}
