using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// The hours in Riyadh in which the service may write first: 9:00 up to, not including, 20:00 unless told otherwise. Providers quote
/// the regulator with several windows between 7 and 22; the narrowest of them is the default. Replies and codes that the person
/// asked for know no quiet hours.
/// </summary>
public sealed class QuietHours
{
    private readonly TimeOnly _from;
    private readonly TimeOnly _until;

    /// <summary>Allowed from <paramref name="from"/> until <paramref name="until"/> on every day.</summary>
    /// <exception cref="ArgumentException">The window ends before it begins.</exception>
    public QuietHours(TimeOnly from, TimeOnly until)
    {
        if (until <= from)
        {
            throw new ArgumentException("The window for writing first must end after it begins.", nameof(until));
        }

        (_from, _until) = (from, until);
    }

    /// <summary>9:00 to 20:00.</summary>
    public static QuietHours Default { get; } = new(new TimeOnly(9, 0), new TimeOnly(20, 0));

    /// <summary>Whether a message of this class may go out at that instant.</summary>
    public bool Allows(MessageClass messageClass, DateTimeOffset at) => messageClass is MessageClass.Reply or MessageClass.Code || !IsQuiet(at);

    /// <summary>Whether the service must not write first at that instant.</summary>
    public bool IsQuiet(DateTimeOffset at) => RiyadhTime.TimeOf(at) is var time && (time < _from || time >= _until);

    /// <summary>
    /// The first instant from <paramref name="at"/> on at which the service may write first: <paramref name="at"/> itself where it may.
    /// </summary>
    public DateTimeOffset NextAllowed(DateTimeOffset at)
    {
        if (!IsQuiet(at))
        {
            return at;
        }

        var today = RiyadhTime.DateOf(at);
        return RiyadhTime.At(RiyadhTime.TimeOf(at) < _from ? today : today.AddDays(1), _from);
    }
}
