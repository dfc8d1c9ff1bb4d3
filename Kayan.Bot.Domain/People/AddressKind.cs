namespace Kayan.Bot.Domain.People;

/// <summary>What an <see cref="Address"/> is. Stored by name.</summary>
public enum AddressKind
{
    /// <summary>A phone number: WhatsApp, text messages and the codes that prove who is writing go there.</summary>
    Phone,

    /// <summary>A person's id at WhatsApp, for those who do not show their number. Only WhatsApp reaches it.</summary>
    WhatsAppUser,
}
