using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Tests.Domain.FollowUps;

public sealed class FollowUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<FollowUpState> Ends => new(Enum.GetValues<FollowUpState>().Except([FollowUpState.Pending]));

    [Theory]
    [MemberData(nameof(Ends))]
    public void Settle_Twice_KeepsTheFirstState(FollowUpState end)
    {
        var followUp = new FollowUp { DueAt = Now };

        Assert.True(followUp.Settle(end, Now));

        Assert.All(Enum.GetValues<FollowUpState>(), other => Assert.False(followUp.Settle(other, Now.AddHours(1))));
        Assert.Equal((end, Now), (followUp.State, followUp.SettledAt));
        Assert.False(followUp.Defer(Now.AddHours(1)));
    }

    [Fact]
    public void Defer_Pending_MovesOnlyForward()
    {
        var followUp = new FollowUp { DueAt = Now };

        Assert.False(followUp.Defer(Now.AddMinutes(-1)));
        Assert.True(followUp.Defer(Now.AddMinutes(10)));
        Assert.Equal(Now.AddMinutes(10), followUp.DueAt);
    }
}
