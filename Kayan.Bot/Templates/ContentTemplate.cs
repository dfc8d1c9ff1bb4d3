namespace Kayan.Bot.Templates;

/// <summary>A template as it stands at the provider.</summary>
internal sealed class ContentTemplate
{
    public long Id { get; set; }

    public required string Name { get; init; }

    /// <summary>"ar" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>The version of the words (<see cref="TemplateDefinition.Version"/>).</summary>
    public required string Version { get; init; }

    /// <summary>The provider's id: "HX" and 32 hex digits.</summary>
    public required string Sid { get; init; }

    /// <summary>The category that was asked for; null where no approval is needed.</summary>
    public string? Category { get; init; }

    /// <summary>Its variables in the provider's order, separated by commas.</summary>
    public required string Variables { get; init; }

    public ApprovalState State { get; set; }

    /// <summary>The category that WhatsApp gave it.</summary>
    public string? GivenCategory { get; set; }

    /// <summary>WhatsApp's reason for a rejection, in its words.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its state was last read.</summary>
    public DateTimeOffset? CheckedAt { get; set; }
}
