namespace Kayan.Bot.Domain.Faq;

/// <summary>What a message wants done, where it asks for something other than an answer.</summary>
public enum Intent
{
    /// <summary>Where is my request.</summary>
    Status,

    /// <summary>I want to rate the service.</summary>
    Rating,

    /// <summary>I want to hand in a request.</summary>
    NewRequest,

    /// <summary>I have a suggestion.</summary>
    Suggestion,

    /// <summary>I have a complaint.</summary>
    Complaint,

    /// <summary>I want to talk to a person.</summary>
    Human,

    /// <summary>Show me the main menu.</summary>
    Menu,

    /// <summary>Change the language.</summary>
    Language,

    /// <summary>Do not write to me any more.</summary>
    Stop,

    /// <summary>Peace be upon you.</summary>
    Greeting,

    /// <summary>Thank you.</summary>
    Thanks,
}
