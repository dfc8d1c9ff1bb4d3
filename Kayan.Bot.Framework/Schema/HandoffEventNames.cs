namespace Microsoft.Bot.Schema;

/// <summary>Names of the events that hand a conversation to a person.</summary>
public static class HandoffEventNames
{
    /// <summary>The bot asks for a person to take over.</summary>
    public const string InitiateHandoff = "handoff.initiate";

    /// <summary>The other side tells how the takeover goes.</summary>
    public const string HandoffStatus = "handoff.status";
}
