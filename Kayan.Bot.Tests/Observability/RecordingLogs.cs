using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Observability;

/// <summary>Keeps every log line with its category, values, exception and scopes.</summary>
internal sealed class RecordingLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join("; ", values.Select(value => $"{value.Key}={value.Value}"))
        : $"{state}";

    private sealed class Recorder(RecordingLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull =>
            logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            logs._scopes.ForEachScope((scope, all) => all.Add(Values(scope)), scopes);
            logs._lines.Enqueue(
                $"log {category}: {formatter(state, exception)} | {Values(state)} | {exception} | {string.Join(" > ", scopes)}");
        }
    }
}
