using Kayan.Bot.Channels;
using Kayan.Bot.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.Pipeline;

public sealed class SendGateTests
{
    private static readonly SendOutcome Accepted = new SendOutcome.Accepted("SM1");
    private static readonly SendOutcome TooMany = new SendOutcome.Retry(null, 20429);
    private static readonly SendOutcome Silence = new SendOutcome.Ambiguous();

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Gate_TenThousandDueAtOnce_LetsThemOutAtItsRate()
    {
        var gate = new SendGate(80, _time);
        var perSecond = new List<int>();
        for (int sent = 0, second = 0; sent < 10_000; second++)
        {
            perSecond.Add(0);
            for (var step = 0; step < 100; step++)
            {
                while (sent < 10_000 && gate.TryTake())
                {
                    (sent, perSecond[second]) = (sent + 1, perSecond[second] + 1);
                    gate.Note(Accepted, 1);
                }

                _time.Advance(TimeSpan.FromMilliseconds(10));
            }
        }

        Assert.InRange(perSecond[0], 80, 100); // the quarter of a second that the bucket holds
        Assert.All(perSecond.Skip(1).SkipLast(1), sent => Assert.InRange(sent, 76, 84));
    }

    [Fact]
    public void Gate_Empty_SaysWhenToLookAgain()
    {
        var gate = new SendGate(10, _time);
        while (gate.TryTake())
        {
        }

        Assert.InRange(gate.Wait(), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(102));
        _time.Advance(gate.Wait());
        Assert.True(gate.TryTake());
    }

    [Fact]
    public void Gate_AMessageOfThreeParts_MakesTheNextWaitLonger()
    {
        var gate = new SendGate(10, _time);
        gate.Take(4);

        Assert.Equal(0, gate.Free());
        _time.Advance(TimeSpan.FromMilliseconds(150));
        Assert.Equal(0, gate.Free());
        _time.Advance(TimeSpan.FromMilliseconds(150));
        Assert.Equal(1, gate.Free());
    }

    [Fact]
    public void Gate_TooManyRequests_ClosesLongerEachTimeUpToHalfAMinute()
    {
        var gate = new SendGate(80, _time);
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            gate.Note(TooMany, 1);
            Assert.Equal(0, gate.Free());
            pauses.Add(gate.Wait().TotalSeconds);
            _time.Advance(gate.Wait());
        }

        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30, 30], pauses.Select(pause => Math.Round(pause, 1)));
        gate.Note(Accepted, 1);
        gate.Note(TooMany, 1);
        Assert.Equal(0.1, Math.Round(gate.Wait().TotalSeconds, 1));
    }

    [Fact]
    public void Gate_TooManyRequests_WaitsAsLongAsTheProviderSays()
    {
        var gate = new SendGate(80, _time);

        gate.Note(new SendOutcome.Retry(TimeSpan.FromSeconds(7), 20429), 1);

        Assert.Equal(7, Math.Round(gate.Wait().TotalSeconds, 1));
    }

    [Fact]
    public void Gate_ProviderFallsSilent_ClosesAndSendsOneAheadUntilItAnswers()
    {
        var gate = new SendGate(80, _time);
        for (var i = 1; i <= SendGate.Patience; i++)
        {
            Assert.True(gate.Free() > 1);
            Assert.Equal(i == SendGate.Patience ? SendGate.Turn.FellSilent : SendGate.Turn.None, gate.Note(Silence, 1));
        }

        Assert.Equal(0, gate.Free());
        _time.Advance(gate.Wait());
        Assert.Equal(1, gate.Free());
        Assert.True(gate.TryTake());
        Assert.False(gate.TryTake()); // one ahead, not a crowd
        gate.Note(Silence, 1);
        Assert.Equal(0, gate.Free());
        Assert.Equal(4, Math.Round(gate.Wait().TotalSeconds, 1));
        _time.Advance(gate.Wait());
        Assert.True(gate.TryTake());
        Assert.Equal(SendGate.Turn.Answers, gate.Note(Accepted, 1));
        Assert.True(gate.Free() > 1);
    }

    [Theory]
    [InlineData(21211)]
    [InlineData(63003)]
    public void Gate_RefusalOfOnePerson_ClosesNothing(int code)
    {
        var gate = new SendGate(80, _time);
        for (var i = 0; i < 50; i++)
        {
            gate.Note(new SendOutcome.Failed(code), 1);
        }

        Assert.True(gate.Free() > 1);
    }
}
