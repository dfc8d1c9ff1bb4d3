namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Names of the framework's dialog events.</summary>
public class DialogEvents
{
    /// <summary>A dialog begins.</summary>
    public const string BeginDialog = "beginDialog";

    /// <summary>The question is asked again.</summary>
    public const string RepromptDialog = "repromptDialog";

    /// <summary>Dialogs are cancelled.</summary>
    public const string CancelDialog = "cancelDialog";

    /// <summary>An activity came in.</summary>
    public const string ActivityReceived = "activityReceived";

    /// <summary>The stored stack was begun by another version of the dialogs.</summary>
    public const string VersionChanged = "versionChanged";

    /// <summary>A dialog threw.</summary>
    public const string Error = "error";

    /// <summary>The application's own.</summary>
    public const string Custom = "custom";
}
