namespace Kayan.Bot.Domain.People;

/// <summary>
/// A phone number on file for a person, E.164 ("+966500000001"). It serves WhatsApp, SMS and the codes that prove who is
/// writing on the website.
/// </summary>
public sealed class Address
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>Whose it is.</summary>
    public long PersonId { get; set; }

    /// <summary>The phone number in E.164 form.</summary>
    public required string Phone { get; set; }

    /// <summary>Whether the person is reached on WhatsApp under this number; otherwise by SMS.</summary>
    public bool OnWhatsApp { get; set; }
}
