namespace Kayan.Bot.Incidents;

/// <summary>What is wrong.</summary>
internal enum IncidentKind
{
    /// <summary>WhatsApp rejected a template.</summary>
    TemplateRejected,

    /// <summary>WhatsApp paused or disabled a template.</summary>
    TemplateStopped,

    /// <summary>WhatsApp put a template into another category: it may cost more, or not go to everybody.</summary>
    TemplateMoved,

    /// <summary>A message had to go without its template, because that is not approved.</summary>
    TemplateMissing,

    /// <summary>The same message went to one address again and again; it was stopped.</summary>
    SendLoop,

    /// <summary>The provider refuses us: account, sender or settings.</summary>
    ProviderRefuses,

    /// <summary>The provider does not answer.</summary>
    ProviderDown,
}
