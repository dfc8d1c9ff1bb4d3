using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Jobs;

/// <summary>What shall become of a follow-up that is due.</summary>
internal abstract record FollowUpVerdict
{
    /// <summary>It goes to this address.</summary>
    internal sealed record Send(Address Address) : FollowUpVerdict;

    /// <summary>Not now: looked at again at <paramref name="At"/>.</summary>
    internal sealed record Later(DateTimeOffset At) : FollowUpVerdict;

    /// <summary>Never.</summary>
    internal sealed record Never(FollowUpState State) : FollowUpVerdict;
}
