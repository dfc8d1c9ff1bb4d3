using Hangfire.Server;

namespace Kayan.Bot.Observability;

/// <summary>Counts each run of a job that ends with an exception. One that the stop of the service cut short is none.</summary>
internal sealed class JobFailureFilter : IServerFilter
{
    public void OnPerforming(PerformingContext context)
    {
    }

    public void OnPerformed(PerformedContext context)
    {
        var failure = context.Exception is JobPerformanceException performance ? performance.InnerException : context.Exception;
        if (failure is not (null or JobAbortedException or OperationCanceledException))
        {
            Measures.JobFailed(context.BackgroundJob.Job.Type);
        }
    }
}
