namespace Kayan.Bot.Channels.Twilio;

/// <summary>What is expected of a field.</summary>
/// <param name="Field">Which.</param>
/// <param name="Name">Its name in the form.</param>
/// <param name="Format">What its value looks like.</param>
internal sealed record FieldRule(WebhookField Field, string Name, FieldFormats.Format Format)
{
    /// <summary>Where a form is cut into fields cannot be seen from a value that may be anything.</summary>
    public bool IsFree { get; } = Format == FieldFormats.Words;

    /// <summary>Its value could hold the field that follows: words, and ids of letters and digits.</summary>
    public bool MaySwallow { get; } = Format == FieldFormats.Words || Format == FieldFormats.Address
        || Format == FieldFormats.ExternalUser || Format == FieldFormats.WhatsAppId;

    /// <summary>"ButtonPayload", but not "Body": no word of any language, so never in what a person writes.</summary>
    public bool IsCompoundName { get; } = Name.AsSpan(1).ContainsAnyInRange('A', 'Z');
}
