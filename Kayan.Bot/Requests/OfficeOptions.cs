using System.ComponentModel.DataAnnotations;
using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Requests;

/// <summary>Section "Office": when the office is open, in Riyadh, and how it writes numbers.</summary>
internal sealed class OfficeOptions : IValidatableObject
{
    /// <summary>Opens on working days. Default: 8:00.</summary>
    public TimeOnly Opens { get; set; } = OfficeHours.Default.Opens;

    /// <summary>Closes on working days. Default: 16:00.</summary>
    public TimeOnly Closes { get; set; } = OfficeHours.Default.Closes;

    /// <summary>Eid, Ramadan and the like; where they overlap the last holds. Default: none.</summary>
    public IList<OfficeChange> Changes { get; } = [];

    /// <summary>Whether Arabic texts write ١٢٣ rather than 123; what is dialled, clicked or copied stays 123. Default: no.</summary>
    public bool ArabicDigits { get; set; }

    /// <summary>The calendar that these make.</summary>
    public WorkingCalendar Calendar() => new(new OfficeHours(Opens, Closes), Changes.Select(change => change.ToDomain()));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Closes <= Opens || Changes.Any(change => !change.IsSound))
        {
            yield return new ValidationResult("Office: hours and changes must end after they begin, and have both ends.");
        }
    }
}
