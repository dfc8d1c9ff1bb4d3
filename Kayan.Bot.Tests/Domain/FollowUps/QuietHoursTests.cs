using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using static Kayan.Bot.Domain.Messages.MessageClass;

namespace Kayan.Bot.Tests.Domain.FollowUps;

public sealed class QuietHoursTests
{
    private static readonly WritingHours Ramadan = new(new TimeOnly(13, 0), new TimeOnly(22, 0));

    // Ramadan 1448 with its own hours, and the closure around Eid al-Fitr.
    private static readonly QuietHours Quiet = new(WritingHours.Default, WritingHours.Default, new WorkingCalendar(
        OfficeHours.Default,
        new CalendarChange(new(2027, 2, 8), new(2027, 3, 8), new OfficeHours(new TimeOnly(10, 0), new TimeOnly(15, 0))) { Writing = Ramadan },
        new CalendarChange(new(2027, 3, 9), new(2027, 3, 13), null)));

    [Theory]
    [InlineData("2026-11-22T08:59:59+03:00", "2026-11-22T09:00:00+03:00")]
    [InlineData("2026-11-22T09:00:00+03:00", "2026-11-22T09:00:00+03:00")]
    [InlineData("2026-11-22T19:59:59+03:00", "2026-11-22T19:59:59+03:00")]
    [InlineData("2026-11-22T20:00:00+03:00", "2026-11-23T09:00:00+03:00")]
    [InlineData("2028-02-28T21:00:00+03:00", "2028-02-29T09:00:00+03:00")]
    [InlineData("2026-12-31T23:59:59+03:00", "2027-01-01T09:00:00+03:00")]
    [InlineData("2026-11-22T21:30:00Z", "2026-11-23T09:00:00+03:00")]
    public void NextAllowed_News_IsThatHourOrTheNextMorning(string at, string expected) => Goes(Service, at, expected);

    [Theory]
    [InlineData(Service, "2026-11-26T20:30:00+03:00", "2026-11-27T09:00:00+03:00")] // Thursday evening
    [InlineData(Survey, "2026-11-26T20:30:00+03:00", "2026-11-29T09:00:00+03:00")]
    [InlineData(Awareness, "2026-11-27T12:00:00+03:00", "2026-11-29T09:00:00+03:00")]
    [InlineData(Service, "2027-03-01T10:00:00+03:00", "2027-03-01T13:00:00+03:00")] // Ramadan
    [InlineData(Service, "2027-03-01T21:59:00+03:00", "2027-03-01T21:59:00+03:00")]
    [InlineData(Survey, "2027-03-01T22:00:00+03:00", "2027-03-02T13:00:00+03:00")]
    [InlineData(Awareness, "2027-03-01T20:00:00+03:00", "2027-03-02T13:00:00+03:00")] // never outside its own hours
    [InlineData(Service, "2027-03-10T10:00:00+03:00", "2027-03-10T10:00:00+03:00")] // Eid
    [InlineData(Survey, "2027-03-08T22:30:00+03:00", "2027-03-14T09:00:00+03:00")]
    [InlineData(Survey, "2026-09-23T10:00:00+03:00", "2026-09-24T09:00:00+03:00")] // National Day
    public void NextAllowed_ByClassAndCalendar_IsTheFirstHourThatFits(MessageClass of, string at, string expected) => Goes(of, at, expected);

    [Fact]
    public void NextAllowed_RatingsOnClosedDaysWanted_GoOnAnyDay()
    {
        var always = new QuietHours(WritingHours.Default, WritingHours.Default, WorkingCalendar.Default) { AsksOnClosedDays = true };
        var friday = DateTimeOffset.Parse("2026-11-27T12:00:00+03:00", null);

        Assert.Equal(friday, always.NextAllowed(Survey, friday));
        Assert.NotEqual(friday, Quiet.NextAllowed(Survey, friday));
    }

    [Property(Arbitrary = [typeof(AYear)], MaxTest = 2_000)]
    public bool NextAllowed_OverAYear_IsTheFirstAllowedMinuteFromThatOneOn(DateTimeOffset at, MessageClass of)
    {
        var next = Quiet.NextAllowed(of, at);
        var minute = at;
        while (!MayGo(of, minute))
        {
            minute = minute.AddMinutes(1);
        }

        return next == minute && next >= at && Quiet.Allows(of, next) && (next == at || !Quiet.Allows(of, next.AddTicks(-1)));
    }

    [Property(Arbitrary = [typeof(AYear)], MaxTest = 10_000)]
    public bool Allows_AtEveryMinute_IsWhatTheRulesSay(DateTimeOffset at, MessageClass of) => Quiet.Allows(of, at) == MayGo(of, at);

    [Property(Arbitrary = [typeof(AYear)], MaxTest = 10_000)]
    public bool NextAllowed_Later_IsNeverEarlier(DateTimeOffset a, DateTimeOffset b, MessageClass of) =>
        a <= b ? Quiet.NextAllowed(of, a) <= Quiet.NextAllowed(of, b) : Quiet.NextAllowed(of, b) <= Quiet.NextAllowed(of, a);

    [Property(Arbitrary = [typeof(AYear)], MaxTest = 1_000)]
    public bool Kinds_AtEveryMinute_AreThoseWhoseClassMayGo(DateTimeOffset at) =>
        Enum.GetValues<FollowUpKind>().All(kind => Quiet.KindsAt(at).Contains(kind) == MayGo(FollowUpPlan.ClassOf(kind), at));

    [Theory]
    [InlineData(20, 9, 9, 20)]
    [InlineData(9, 20, 20, 9)]
    [InlineData(6, 8, 9, 20)]
    public void Construct_HoursWithoutAMoment_AreRefused(int from, int until, int awarenessFrom, int awarenessUntil) =>
        Assert.Throws<ArgumentException>(() => new QuietHours(
            new(new(from, 0), new(until, 0)), new(new(awarenessFrom, 0), new(awarenessUntil, 0)), WorkingCalendar.Default));

    private static void Goes(MessageClass of, string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Quiet.NextAllowed(of, DateTimeOffset.Parse(at, null)));

    /// <summary>The rules once more, in the plainest words.</summary>
    private static bool MayGo(MessageClass of, DateTimeOffset at)
    {
        var local = at.ToOffset(TimeSpan.FromHours(3));
        var day = DateOnly.FromDateTime(local.DateTime);
        var isRamadan = day >= new DateOnly(2027, 2, 8) && day <= new DateOnly(2027, 3, 8);
        var isClosed = day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday
            || (day >= new DateOnly(2027, 3, 9) && day <= new DateOnly(2027, 3, 13))
            || (day.Month, day.Day) is (2, 22) or (9, 23);
        var inHours = isRamadan ? local.Hour is >= 13 and < 22 : local.Hour is >= 9 and < 20;
        return of switch
        {
            Reply or Code => true,
            Service => inHours,
            Survey => inHours && !isClosed,
            _ => inHours && !isClosed && local.Hour is >= 9 and < 20,
        };
    }

    /// <summary>Every minute from September 2026 on, for a year and its Eid.</summary>
    private static class AYear
    {
        public static Arbitrary<DateTimeOffset> Minutes() =>
            Gen.Choose(0, 366 * 24 * 60).Select(minute => new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)).ToArbitrary();

        public static Arbitrary<MessageClass> Classes() => Gen.Elements(Enum.GetValues<MessageClass>()).ToArbitrary();
    }
}
