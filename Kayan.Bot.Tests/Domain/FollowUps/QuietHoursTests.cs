using FsCheck.Xunit;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Tests.Domain.FollowUps;

[Properties(Arbitrary = [typeof(Instants)], MaxTest = 10_000)]
public sealed class QuietHoursTests
{
    private readonly QuietHours quiet = QuietHours.Default;

    [Theory]
    [InlineData("2026-11-22T08:59:59+03:00", "2026-11-22T09:00:00+03:00")]
    [InlineData("2026-11-22T09:00:00+03:00", "2026-11-22T09:00:00+03:00")]
    [InlineData("2026-11-22T19:59:59+03:00", "2026-11-22T19:59:59+03:00")]
    [InlineData("2026-11-22T20:00:00+03:00", "2026-11-23T09:00:00+03:00")]
    [InlineData("2028-02-28T21:00:00+03:00", "2028-02-29T09:00:00+03:00")]
    [InlineData("2026-12-31T23:59:59+03:00", "2027-01-01T09:00:00+03:00")]
    [InlineData("2026-11-22T21:30:00Z", "2026-11-23T09:00:00+03:00")]
    public void NextAllowed_AtAnHour_IsThatHourOrTheNextMorning(string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), quiet.NextAllowed(DateTimeOffset.Parse(at, null)));

    [Property]
    public bool NextAllowed_Always_IsNotQuietAndNotEarlier(DateTimeOffset at) =>
        quiet.NextAllowed(at) is var next && next >= at && !quiet.IsQuiet(next);

    [Property]
    public bool NextAllowed_OfItself_Stays(DateTimeOffset at) => quiet.NextAllowed(quiet.NextAllowed(at)) == quiet.NextAllowed(at);

    [Property]
    public bool NextAllowed_Later_IsNeverEarlier(DateTimeOffset a, DateTimeOffset b) =>
        a <= b ? quiet.NextAllowed(a) <= quiet.NextAllowed(b) : quiet.NextAllowed(b) <= quiet.NextAllowed(a);

    [Property]
    public bool NextAllowed_SkipsNoAllowedMinute(DateTimeOffset at)
    {
        var next = quiet.NextAllowed(at);
        return next - at <= TimeSpan.FromHours(13) && (next == at || quiet.IsQuiet(next.AddMinutes(-1)));
    }

    [Property]
    public bool Allows_WhatThePersonAskedFor_AtEveryHour(DateTimeOffset at) =>
        quiet.Allows(MessageClass.Reply, at) && quiet.Allows(MessageClass.Code, at);

    [Property]
    public bool Allows_WhatTheServiceBegins_OnlyOutsideQuietHours(DateTimeOffset at) =>
        Enum.GetValues<MessageClass>().Where(c => c is not (MessageClass.Reply or MessageClass.Code)).All(c => quiet.Allows(c, at) == !quiet.IsQuiet(at));

    [Fact]
    public void Construct_WindowThatEndsBeforeItBegins_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new QuietHours(new TimeOnly(20, 0), new TimeOnly(9, 0)));
}
