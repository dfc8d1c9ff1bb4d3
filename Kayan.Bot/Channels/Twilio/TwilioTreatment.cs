namespace Kayan.Bot.Channels.Twilio;

/// <summary>What an error of Twilio means for the message.</summary>
internal enum TwilioTreatment
{
    /// <summary>Passes by itself: again, a little later.</summary>
    Retry,

    /// <summary>Never for this person or message.</summary>
    Failed,

    /// <summary>The account, a sender or a template is not set up right: again when somebody has put it right.</summary>
    Configuration,

    /// <summary>Outside WhatsApp's 24-hour window: again as an approved template.</summary>
    OutsideWindow,

    /// <summary>The person wants no more messages: never again, and remembered.</summary>
    OptOut,
}
