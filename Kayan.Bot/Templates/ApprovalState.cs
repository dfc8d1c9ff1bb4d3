namespace Kayan.Bot.Templates;

/// <summary>Where WhatsApp's approval stands.</summary>
internal enum ApprovalState
{
    /// <summary>Stored at the provider, not submitted.</summary>
    Unsubmitted,

    /// <summary>Submitted, not decided.</summary>
    Pending,

    /// <summary>May go to anybody who agreed, at any time.</summary>
    Approved,

    /// <summary>Refused for good; other words are another template.</summary>
    Rejected,

    /// <summary>Stopped for a while, after people blocked or reported it.</summary>
    Paused,

    /// <summary>Stopped for good.</summary>
    Disabled,

    /// <summary>Needs no approval.</summary>
    NotNeeded,
}
