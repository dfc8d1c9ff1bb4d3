namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.Importance"/>.</summary>
public static class ActivityImportance
{
    /// <summary>Can wait.</summary>
    public const string Low = "low";

    /// <summary>The usual.</summary>
    public const string Normal = "normal";

    /// <summary>Urgent.</summary>
    public const string High = "high";
}
