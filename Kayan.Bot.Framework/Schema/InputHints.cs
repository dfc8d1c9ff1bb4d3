namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.InputHint"/>.</summary>
public static class InputHints
{
    /// <summary>The bot listens but does not wait.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot does not listen.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>The bot waits for an answer.</summary>
    public const string ExpectingInput = "expectingInput";
}
