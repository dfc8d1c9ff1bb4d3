using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>The follow-ups that are due.</summary>
public interface IFollowUps
{
    /// <summary>A follow-up that may still go out now; null where it is settled, the person wants no such messages (it is settled then), or it is not the hour for it.</summary>
    Task<DueFollowUp?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Marks it as sent, or gives it another final state.</summary>
    Task SettleAsync(long id, FollowUpState state, CancellationToken cancellationToken);
}
