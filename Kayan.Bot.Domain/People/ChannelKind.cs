namespace Kayan.Bot.Domain.People;

/// <summary>The written channels of contact that the service speaks on. Stored by name.</summary>
public enum ChannelKind
{
    /// <summary>WhatsApp (وسائل التواصل الاجتماعي in the policy's list, recorded by its own name).</summary>
    WhatsApp,

    /// <summary>Text message.</summary>
    Sms,

    /// <summary>The association's website (الموقع الإلكتروني).</summary>
    WebChat,
}
