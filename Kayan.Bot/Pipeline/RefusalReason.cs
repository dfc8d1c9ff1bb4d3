namespace Kayan.Bot.Pipeline;

/// <summary>Why a message did not reach the person, as far as it changes what we do.</summary>
internal enum RefusalReason
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>It did not arrive this way; another channel may reach the person.</summary>
    NotDelivered,

    /// <summary>Nobody can be reached at this number.</summary>
    BadAddress,

    /// <summary>The person wants no messages, or has blocked us.</summary>
    OptedOut,

    /// <summary>It was free text and the person has been silent for more than a day: only a template may go.</summary>
    OutsideWindow,
}
