namespace Kayan.Bot.Domain.Messages;

/// <summary>The kind of an outgoing message; each needs its own legal basis and has its own hours.</summary>
public enum MessageClass
{
    /// <summary>An answer to something that the person just wrote. No quiet hours.</summary>
    Reply,

    /// <summary>A one-time code that the person asked for. No quiet hours; of no use after ten minutes, and forgotten once it is sent.</summary>
    Code,

    /// <summary>News about the person's own request.</summary>
    Service,

    /// <summary>A request for a rating.</summary>
    Survey,

    /// <summary>General information.</summary>
    Awareness,
}
