namespace Microsoft.Bot.Schema;

/// <summary>The activities of a conversation.</summary>
public class Transcript
{
    /// <summary>An empty transcript.</summary>
    public Transcript()
    {
    }

    /// <summary>A transcript of activities.</summary>
    public Transcript(IList<Activity> activities = default) => Activities = activities;

    /// <summary>In the order of their time.</summary>
    public IList<Activity> Activities { get; set; }
}
