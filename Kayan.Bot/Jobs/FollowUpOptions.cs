using System.ComponentModel.DataAnnotations;
using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Jobs;

/// <summary>Section "FollowUps": when and how fast the service writes first.</summary>
internal sealed class FollowUpOptions : IValidatableObject
{
    /// <summary>Not before this time of day in Riyadh. Default: 9:00.</summary>
    public TimeOnly From { get; set; } = new(9, 0);

    /// <summary>Not at or after this time of day in Riyadh. Default: 20:00.</summary>
    public TimeOnly Until { get; set; } = new(20, 0);

    /// <summary>General information not before this time of day either. Default: 9:00.</summary>
    public TimeOnly AwarenessFrom { get; set; } = new(9, 0);

    /// <summary>General information not at or after this time of day either. Default: 20:00.</summary>
    public TimeOnly AwarenessUntil { get; set; } = new(20, 0);

    /// <summary>Whether ratings are asked for on weekends and holidays too. Default: no.</summary>
    public bool AsksOnClosedDays { get; set; }

    /// <summary>People written to in one sweep, that is in a minute: what an outage has piled up goes out spread. Default: 60.</summary>
    [Range(1, 10_000)]
    public int PeoplePerSweep { get; set; } = 60;

    /// <summary>While somebody talks with a person, follow-ups for them wait this long and are looked at again. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan BusyFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A follow-up whose turn has not come in this time is handed to the conversation again. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TurnWithin { get; set; } = TimeSpan.FromMinutes(15);

    public QuietHours QuietHours(WorkingCalendar calendar) => new(Hours, Awareness, calendar) { AsksOnClosedDays = AsksOnClosedDays };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Hours.IsEmpty)
        {
            yield return new ValidationResult("FollowUps: Until must be later than From.");
        }
        else if (Awareness.Within(Hours).IsEmpty)
        {
            yield return new ValidationResult("FollowUps: between AwarenessFrom and AwarenessUntil there must be some time at which the service may write.");
        }
    }

    private WritingHours Hours => new(From, Until);

    private WritingHours Awareness => new(AwarenessFrom, AwarenessUntil);
}
