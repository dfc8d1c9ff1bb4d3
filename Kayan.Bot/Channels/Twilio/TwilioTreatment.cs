namespace Kayan.Bot.Channels.Twilio;

/// <summary>What an error of Twilio means for the message.</summary>
internal enum TwilioTreatment
{
    /// <summary>Passes by itself: again, a little later.</summary>
    Retry,

    /// <summary>Never on WhatsApp; a text message may reach the person.</summary>
    FallBack,

    /// <summary>The person wants no more messages: never again, and remembered.</summary>
    OptOut,

    /// <summary>Never at this number.</summary>
    BadAddress,

    /// <summary>The message is wrong: never, and somebody has to know.</summary>
    OurFault,

    /// <summary>The account or a sender is not set up right: again when somebody has put it right.</summary>
    NotSetUp,

    /// <summary>Outside WhatsApp's 24-hour window: again as an approved template.</summary>
    Window,
}
