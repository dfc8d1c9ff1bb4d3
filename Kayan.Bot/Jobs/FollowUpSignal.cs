using Hangfire;
using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Jobs;

/// <summary>
/// Starts the first follow-up that is due as soon as its row is committed, so that a notice need not wait for the sweep. Losing
/// a signal costs a minute and nothing else.
/// </summary>
internal sealed partial class FollowUpSignal(IBackgroundJobClient jobs, TimeProvider time, ILogger<FollowUpSignal> logger)
{
    /// <summary>Call after the commit.</summary>
    public void Raise(IEnumerable<FollowUp> planned)
    {
        var now = time.GetUtcNow();
        var first = planned.Where(f => f.State == FollowUpState.Pending && f.DueAt <= now).OrderBy(f => f.DueAt).ThenBy(f => f.Id).FirstOrDefault();
        if (first is not null)
        {
            Raise(first.Id);
        }
    }

    /// <summary>Call after the commit.</summary>
    public void Raise(long followUpId)
    {
        try
        {
            jobs.Enqueue<SendFollowUp>(job => job.RunAsync(followUpId, CancellationToken.None));
        }
        catch (BackgroundJobClientException failure)
        {
            LogNotEnqueued(followUpId, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Follow-up {FollowUpId} was not enqueued ({Kind}); the sweep will find it.")]
    private partial void LogNotEnqueued(long followUpId, string kind);
}
