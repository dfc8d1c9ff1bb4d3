namespace Microsoft.Bot.Schema;

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>"add", "remove", "add-upgrade" or "remove-upgrade".</summary>
    string Action { get; set; }
}
