using Hangfire;

namespace Kayan.Bot.Files;

/// <summary>Starts the fetching of a file as soon as its row is committed. Losing a signal costs a minute: the sweep finds the row.</summary>
internal sealed partial class FileSignal(IBackgroundJobClient jobs, ILogger<FileSignal> logger)
{
    /// <summary>Call after the commit.</summary>
    public void Raise(Guid fileId)
    {
        try
        {
            jobs.Enqueue<FetchFile>(job => job.RunAsync(fileId, CancellationToken.None));
        }
        catch (BackgroundJobClientException failure)
        {
            LogNotEnqueued(fileId, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The fetching of file {FileId} was not enqueued ({Kind}); the sweep will find it.")]
    private partial void LogNotEnqueued(Guid fileId, string kind);
}
