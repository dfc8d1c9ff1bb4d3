namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others along.</summary>
public interface IDialogDependencies
{
    /// <summary>The dialogs that are added with it.</summary>
    IEnumerable<Dialog> GetDependencies();
}
