using System.Text.Json.Serialization;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stored stack of dialogs; the active one comes first.</summary>
[JsonConverter(typeof(DialogStateConverter))]
public class DialogState
{
    /// <summary>An empty stack.</summary>
    public DialogState()
        : this(null)
    {
    }

    /// <summary>A stack.</summary>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The dialogs, the active one first.</summary>
    public List<DialogInstance> DialogStack { get; set; }
}
