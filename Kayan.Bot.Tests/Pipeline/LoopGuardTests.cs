using Kayan.Bot.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.Pipeline;

public sealed class LoopGuardTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Guard_SameWordsToOneAddress_StopsAfterTwentyInFiveMinutes()
    {
        var guard = new LoopGuard(_time);

        Assert.All(Enumerable.Range(0, 20), _ => Assert.True(guard.Allows("+966500000001", "شكرا")));
        Assert.False(guard.Allows("+966500000001", "شكرا"));
        Assert.True(guard.Allows("+966500000002", "شكرا"));
        Assert.True(guard.Allows("+966500000001", "شكرا لك"));
        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.False(guard.Allows("+966500000001", "شكرا"));
        _time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.True(guard.Allows("+966500000001", "شكرا"));
    }

    [Fact]
    public void Guard_SlowerThanThat_NeverStops()
    {
        var guard = new LoopGuard(_time);
        for (var i = 0; i < 200; i++)
        {
            Assert.True(guard.Allows("+966500000001", "شكرا"));
            _time.Advance(TimeSpan.FromSeconds(15));
        }
    }
}
