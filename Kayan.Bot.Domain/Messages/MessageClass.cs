namespace Kayan.Bot.Domain.Messages;

/// <summary>The kind of an outgoing message; each needs its own legal basis and has its own hours.</summary>
public enum MessageClass
{
    /// <summary>An answer to something that the person just wrote, or to a code that they asked for. No quiet hours.</summary>
    Reply,

    /// <summary>News about the person's own request.</summary>
    Service,

    /// <summary>A request for a rating.</summary>
    Survey,

    /// <summary>General information.</summary>
    Awareness,
}
