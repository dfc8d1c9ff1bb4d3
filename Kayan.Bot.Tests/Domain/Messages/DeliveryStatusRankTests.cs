using FsCheck.Xunit;
using Kayan.Bot.Domain.Messages;
using static Kayan.Bot.Domain.Messages.DeliveryStatus;

namespace Kayan.Bot.Tests.Domain.Messages;

public sealed class DeliveryStatusRankTests
{
    /// <summary>All 8! orders in which the provider's reports can arrive, each also with every report doubled.</summary>
    [Fact]
    public void Advance_EveryOrderOfAllReports_EndsAtTheHighestAndNeverGoesBack()
    {
        DeliveryStatus[] reports = [Accepted, Queued, Sending, Sent, Failed, Undelivered, Delivered, Read];
        var orders = 0;

        foreach (var order in Orders(reports))
        {
            orders++;
            Assert.Equal(Read, Play(order));
        }

        Assert.Equal(40_320, orders);
    }

    [Theory]
    [InlineData(Failed, Sent)]
    [InlineData(Undelivered, Sent)]
    [InlineData(Delivered, Failed)]
    [InlineData(Delivered, Undelivered)]
    [InlineData(Read, Delivered)]
    [InlineData(Sent, Sending)]
    [InlineData(Sending, Queued)]
    [InlineData(Queued, Accepted)]
    public void Advance_HigherThanLower_InEitherOrderIsTheHigher(DeliveryStatus higher, DeliveryStatus lower)
    {
        Assert.Equal(higher, Play([lower, higher]));
        Assert.Equal(higher, Play([higher, lower]));
    }

    [Property(MaxTest = 10_000)]
    public bool Advance_AnyReports_EndsAtTheHighest(DeliveryStatus[] reports) =>
        Play(reports) == reports.Append(None).MaxBy(DeliveryStatusRank.Of);

    private static DeliveryStatus Play(IEnumerable<DeliveryStatus> reports)
    {
        var current = None;
        foreach (var report in reports)
        {
            var next = DeliveryStatusRank.Advance(DeliveryStatusRank.Advance(current, report), report);
            Assert.True(DeliveryStatusRank.Of(next) >= DeliveryStatusRank.Of(current));
            current = next;
        }

        return current;
    }

    private static IEnumerable<DeliveryStatus[]> Orders(DeliveryStatus[] of)
    {
        if (of.Length == 0)
        {
            yield return [];
        }

        for (var i = 0; i < of.Length; i++)
        {
            foreach (var rest in Orders([.. of[..i], .. of[(i + 1)..]]))
            {
                yield return [of[i], .. rest];
            }
        }
    }
}
