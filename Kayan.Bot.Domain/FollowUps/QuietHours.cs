using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// When the service may write first, by the class of the message.
/// <list type="bullet">
/// <item>Replies, and codes that the person asked for, know no quiet hours.</item>
/// <item>News of the person's own request goes on every day, 9:00 up to, not including, 20:00 in Riyadh unless told otherwise. The
/// regulator sets no hours for service messages, and the policy wants the service quick and the person told at every stage, without
/// having to ask: nobody has to wait for a weekend or for Eid to end. The night stays quiet out of courtesy.</item>
/// <item>A request for a rating goes in the same hours, on days on which the office works. It is no news that anybody waits for, and whoever
/// answers it with a complaint finds somebody there on the same day.</item>
/// <item>General information goes on those days too, and in no case outside its own hours: providers quote the regulator with several
/// windows between 7 and 22, of which 9:00 to 20:00 is the one that lies in all of them.</item>
/// </list>
/// The calendar can set other hours for some days (Ramadan).
/// </summary>
public sealed class QuietHours
{
    private readonly WritingHours _hours;
    private readonly WritingHours _awareness;
    private readonly WorkingCalendar _calendar;

    /// <summary>Hours for every day on which the calendar sets no others.</summary>
    /// <param name="hours">For whatever the service begins.</param>
    /// <param name="awareness">For general information: never outside of these.</param>
    /// <param name="calendar">The days on which the office works, and other hours for some days.</param>
    /// <exception cref="ArgumentException">A window ends before it begins, or the two have nothing in common.</exception>
    public QuietHours(WritingHours hours, WritingHours awareness, WorkingCalendar calendar)
    {
        if (hours.IsEmpty || awareness.Within(hours).IsEmpty)
        {
            throw new ArgumentException("The hours for writing first must end after they begin, those for general information too.", nameof(hours));
        }

        (_hours, _awareness, _calendar) = (hours, awareness, calendar);
    }

    /// <summary>9:00 to 20:00, with the usual week.</summary>
    public static QuietHours Default { get; } = new(WritingHours.Default, WritingHours.Default, WorkingCalendar.Default);

    /// <summary>Whether ratings are asked for, and general information is sent, on days on which the office is closed too. Default: no.</summary>
    public bool AsksOnClosedDays { get; init; }

    /// <summary>Whether a message of this class may go out at that instant.</summary>
    public bool Allows(MessageClass messageClass, DateTimeOffset at) => NextAllowed(messageClass, at) == at;

    /// <summary>The first instant from <paramref name="at"/> on at which a message of this class may go out: itself where it may.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public DateTimeOffset NextAllowed(MessageClass messageClass, DateTimeOffset at)
    {
        if (messageClass is MessageClass.Reply or MessageClass.Code)
        {
            return at;
        }

        for (var day = RiyadhTime.DateOf(at); ; day = day.AddDays(1))
        {
            if (HoursOn(day, messageClass) is { IsEmpty: false } hours && at < RiyadhTime.At(day, hours.Until))
            {
                var from = RiyadhTime.At(day, hours.From);
                return at > from ? at : from;
            }
        }
    }

    /// <summary>The kinds of follow-ups that may go out at that instant.</summary>
    public IReadOnlyList<FollowUpKind> KindsAt(DateTimeOffset at) =>
        [.. Enum.GetValues<FollowUpKind>().Where(kind => Allows(FollowUpPlan.ClassOf(kind), at))];

    private WritingHours? HoursOn(DateOnly day, MessageClass messageClass)
    {
        var hours = _calendar.WritingOn(day) ?? _hours;
        var isOpen = AsksOnClosedDays || _calendar.IsWorkingDay(day);
        return messageClass switch
        {
            MessageClass.Service => hours,
            MessageClass.Survey => isOpen ? hours : null,
            MessageClass.Awareness => isOpen ? _awareness.Within(hours) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(messageClass), messageClass, "No such class."),
        };
    }
}
