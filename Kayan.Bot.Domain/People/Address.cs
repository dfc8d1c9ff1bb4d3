namespace Kayan.Bot.Domain.People;

/// <summary>
/// Where a person is reached: a phone number ("+966500000001") or their id at WhatsApp ("SA.1A2B3C"). A person may have several; each
/// belongs to one person.
/// </summary>
public sealed class Address
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public long PersonId { get; set; }

    /// <summary>The phone number in E.164 form, or the id; the same that a conversation has.</summary>
    public required string Value { get; set; }

    /// <summary>Which of the two.</summary>
    public AddressKind Kind { get; init; }

    /// <summary>Whether the person is reached on WhatsApp under this address; otherwise by SMS.</summary>
    public bool OnWhatsApp { get; set; }

    /// <summary>The id of somebody who has proved to be this person.</summary>
    public static Address OfWhatsAppUser(long personId, string userId) =>
        new() { PersonId = personId, Value = userId, Kind = AddressKind.WhatsAppUser, OnWhatsApp = true };
}
