namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of an answer.</summary>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether a value was found.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The value.</summary>
    public T Value { get; set; }

    /// <summary>Whether parents may take the answer.</summary>
    public bool AllowInterruption { get; set; }
}
