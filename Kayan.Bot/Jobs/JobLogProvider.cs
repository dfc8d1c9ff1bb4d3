using Hangfire.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Kayan.Bot.Jobs;

/// <summary>
/// Hangfire keeps one log provider for the whole process, its own fails once the host that it came from is gone. This one falls silent,
/// so that several hosts can live in one process one after the other.
/// </summary>
internal sealed class JobLogProvider(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new JobLog(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new JobLog(null);
        }
    }

    private sealed class JobLog(ILogger? logger) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = (LogLevel)(int)logLevel;
            if (logger?.IsEnabled(level) != true)
            {
                return false;
            }

            if (messageFunc is not null)
            {
                // Hangfire's own words about its workers and job ids; arguments are row ids.
                var words = messageFunc();
                logger.Log(level, default, words, exception, (message, _) => message);
            }

            return true;
        }
    }
}
