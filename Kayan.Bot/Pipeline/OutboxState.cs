namespace Kayan.Bot.Pipeline;

/// <summary>Pending → Claimed → Accepted | Pending (later) | Failed | Ambiguous → Accepted | Pending | Unknown.</summary>
internal enum OutboxState
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>A sender has it in hand. If the claim runs out, it may have been sent: see <see cref="Ambiguous"/>.</summary>
    Claimed,

    /// <summary>It may or may not have been accepted: looked up before anything is sent again.</summary>
    Ambiguous,

    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider refused it for good.</summary>
    Failed,

    /// <summary>Could not be settled; a person decides.</summary>
    Unknown,

    /// <summary>Too old to be of use, never sent.</summary>
    Expired,

    /// <summary>The same words went to the same address again and again: never sent.</summary>
    Looping,
}
