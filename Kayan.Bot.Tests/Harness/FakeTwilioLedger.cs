using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Kayan.Bot.Tests.Harness;

/// <summary>What the fake took, in order and by outbox id.</summary>
public sealed class FakeTwilioLedger(FakeTwilioAccount account, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<FakeTwilioMessage> _messages = [];
    private readonly ConcurrentDictionary<string, int> _byOutboxId = new();
    private readonly List<(Func<FakeTwilioMessage, bool> Match, TaskCompletionSource<FakeTwilioMessage> Found)> _waiting = [];

    /// <summary>The association's account.</summary>
    public FakeTwilioAccount Account => account;

    public int Count => _byOutboxId.Values.Sum();

    /// <summary>Outbox ids that were taken more than once: a double send.</summary>
    public IReadOnlyList<string> Doubles => [.. _byOutboxId.Where(pair => pair.Value > 1).Select(pair => pair.Key)];

    /// <summary>A copy, oldest first.</summary>
    public IReadOnlyList<FakeTwilioMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>How often this outbox id was taken.</summary>
    public int Times(string outboxId) => _byOutboxId.GetValueOrDefault(outboxId);

    /// <summary>What was sent to a number on any channel, oldest first.</summary>
    public IReadOnlyList<FakeTwilioMessage> To(string number) =>
        [.. Messages.Where(message => message.To.EndsWith(number, StringComparison.Ordinal))];

    /// <summary>The first message that matches, taken already or soon.</summary>
    public Task<FakeTwilioMessage> WaitAsync(Func<FakeTwilioMessage, bool> match, TimeSpan? within = null)
    {
        lock (_lock)
        {
            if (_messages.FirstOrDefault(match) is { } known)
            {
                return Task.FromResult(known);
            }

            var found = new TaskCompletionSource<FakeTwilioMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((match, found));
            return found.Task.WaitAsync(within ?? TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>The message number <paramref name="count"/> (from 1) to a number, taken already or soon.</summary>
    public Task<FakeTwilioMessage> WaitAsync(string number, int count, TimeSpan? within = null)
    {
        var seen = 0;
        return WaitAsync(message => message.To.EndsWith(number, StringComparison.Ordinal) && ++seen == count, within);
    }

    internal FakeTwilioMessage Add(IFormCollection form)
    {
        var callback = form["StatusCallback"].ToString();
        var content = form["ContentSid"].ToString();
        var from = form["From"].ToString();
        var message = new FakeTwilioMessage(
            FakeTwilioWebhook.NewSid(),
            OutboxId(callback),
            form["To"].ToString(),
            from.Length == 0 ? null : from,
            content.Length == 0 ? form["Body"].ToString() : form["ContentVariables"].ToString(),
            content.Length == 0 ? null : content,
            callback.Length == 0 ? null : callback,
            time.GetUtcNow());
        _byOutboxId.AddOrUpdate(message.OutboxId ?? "", 1, (_, times) => times + 1);
        lock (_lock)
        {
            _messages.Add(message);
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (_waiting[i].Match(message))
                {
                    _waiting[i].Found.TrySetResult(message);
                    _waiting.RemoveAt(i);
                }
            }
        }

        return message;
    }

    private static string? OutboxId(string callback) => callback.LastIndexOf('/') is >= 0 and var slash ? callback[(slash + 1)..] : null;
}
