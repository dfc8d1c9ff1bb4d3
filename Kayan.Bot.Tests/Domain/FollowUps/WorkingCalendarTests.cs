using FsCheck.Xunit;
using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Tests.Domain.FollowUps;

[Properties(Arbitrary = [typeof(Instants)], MaxTest = 10_000)]
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar WithEidAndRamadan = new(
        OfficeHours.Default,
        new CalendarChange(new(2026, 2, 18), new(2026, 3, 18), new OfficeHours(new(10, 0), new(15, 0))),
        new CalendarChange(new(2026, 3, 17), new(2026, 3, 24), null));

    [Theory]
    [InlineData("2026-11-22T08:00+03:00", true)] // Sunday
    [InlineData("2026-11-22T07:59+03:00", false)]
    [InlineData("2026-11-22T15:59+03:00", true)]
    [InlineData("2026-11-22T16:00+03:00", false)]
    [InlineData("2026-11-26T10:00+03:00", true)] // Thursday
    [InlineData("2026-11-27T10:00+03:00", false)] // Friday
    [InlineData("2026-11-28T10:00+03:00", false)] // Saturday
    [InlineData("2026-11-28T22:00Z", false)] // Sunday 1:00 in Riyadh
    [InlineData("2026-11-29T05:00Z", true)] // Sunday 8:00 in Riyadh
    [InlineData("2026-09-23T10:00+03:00", false)] // National Day, a Wednesday
    [InlineData("2027-02-22T10:00+03:00", false)] // Founding Day, a Monday
    public void IsOpen_UsualWeek_IsSundayToThursdayFrom8To16(string at, bool open) =>
        Assert.Equal(open, WorkingCalendar.Default.IsOpen(DateTimeOffset.Parse(at, null)));

    [Theory]
    [InlineData("2026-11-22T10:00+03:00", "2026-11-22T10:00+03:00")]
    [InlineData("2026-11-22T05:00+03:00", "2026-11-22T08:00+03:00")]
    [InlineData("2026-11-26T16:00+03:00", "2026-11-29T08:00+03:00")]
    [InlineData("2026-09-22T20:00+03:00", "2026-09-24T08:00+03:00")]
    [InlineData("2026-12-31T17:00+03:00", "2027-01-03T08:00+03:00")]
    public void NextOpening_UsualWeek_IsTheNextMorningOfWork(string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), WorkingCalendar.Default.NextOpening(DateTimeOffset.Parse(at, null)));

    [Theory]
    [InlineData("2026-03-01T09:30+03:00", "2026-03-01T10:00+03:00")] // Ramadan
    [InlineData("2026-03-01T15:00+03:00", "2026-03-02T10:00+03:00")]
    [InlineData("2026-02-22T11:00+03:00", "2026-02-23T10:00+03:00")] // Founding Day in Ramadan
    [InlineData("2026-02-20T11:00+03:00", "2026-02-23T10:00+03:00")] // a Friday of Ramadan
    [InlineData("2026-03-16T15:30+03:00", "2026-03-25T08:00+03:00")] // Eid overlaps and holds
    public void NextOpening_RamadanAndEid_FollowsTheChanges(string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), WithEidAndRamadan.NextOpening(DateTimeOffset.Parse(at, null)));

    [Theory]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    [InlineData("2026-11-22", 1, "2026-11-23")]
    [InlineData("2026-11-26", 1, "2026-11-29")]
    [InlineData("2026-11-27", 0, "2026-11-29")]
    [InlineData("2026-11-27", 1, "2026-11-29")]
    [InlineData("2026-11-27", 2, "2026-11-30")]
    [InlineData("2026-11-22", 10, "2026-12-06")]
    public void AddWorkingDays_OverWeekends_CountsWorkingDaysOnly(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), WorkingCalendar.Default.AddWorkingDays(DateOnly.Parse(from, null), days));

    [Property]
    public bool NextOpening_Always_IsOpenAndNotEarlier(DateTimeOffset at) =>
        WithEidAndRamadan.NextOpening(at) is var next && next >= at && WithEidAndRamadan.IsOpen(next);

    [Property]
    public bool NextOpening_OfAClosedMoment_HasNoOpeningBetween(DateTimeOffset at)
    {
        var next = WithEidAndRamadan.NextOpening(at);
        return next == at || !WithEidAndRamadan.IsOpen(next.AddMinutes(-1));
    }

    [Property]
    public bool WorkingDaysBetween_UndoesAddWorkingDays(DateTimeOffset at, byte days)
    {
        var from = RiyadhTime.DateOf(at);
        var to = WithEidAndRamadan.AddWorkingDays(from, days);
        return WithEidAndRamadan.IsWorkingDay(to)
            && (!WithEidAndRamadan.IsWorkingDay(from) || WithEidAndRamadan.WorkingDaysBetween(from, to) == days);
    }

    [Fact]
    public void Construct_ChangeThatEndsBeforeItBegins_IsRefused() =>
        Assert.Throws<ArgumentException>(
            () => new WorkingCalendar(OfficeHours.Default, new CalendarChange(new(2026, 3, 2), new(2026, 3, 1), null)));

    [Fact]
    public void Construct_HoursThatEndBeforeTheyBegin_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(new OfficeHours(new(16, 0), new(8, 0))));
}
