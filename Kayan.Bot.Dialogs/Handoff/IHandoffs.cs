using Kayan.Bot.Domain.Handoffs;

namespace Kayan.Bot.Dialogs.Handoff;

/// <summary>The waiting list for a human.</summary>
public interface IHandoffs
{
    /// <summary>Puts this conversation on the list; where it stands there, it may become more urgent.</summary>
    /// <returns>False where it stands there already.</returns>
    Task<bool> AskAsync(HandoffReason reason, Urgency urgency, CancellationToken cancellationToken);

    /// <summary>Takes it off the list, unless a worker was quicker.</summary>
    Task LeaveAsync(CancellationToken cancellationToken);
}
