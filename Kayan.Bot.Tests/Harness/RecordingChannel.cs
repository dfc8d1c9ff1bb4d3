using System.Collections.Concurrent;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A channel that keeps what it is given and answers as told.</summary>
internal sealed class RecordingChannel(ChannelKind kind) : IChannel
{
    // Of all instances together, as at the provider: two services on one database must not get the same id.
    private static int _sids;

    public ChannelKind Kind => kind;

    public ConcurrentQueue<OutgoingMessage> Sent { get; } = [];

    public IEnumerable<string> Texts => Sent.Select(message => ActivityJson.Read(message.Activity).Text);

    public Func<OutgoingMessage, SendOutcome>? Answer { get; set; }

    public Func<OutgoingMessage, IReadOnlySet<string>, LookupOutcome> LookUp { get; set; } = (_, _) => new LookupOutcome.Absent();

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return Task.FromResult(Answer?.Invoke(message) ?? new SendOutcome.Accepted($"SM{(int)kind:x2}{Interlocked.Increment(ref _sids):x30}"));
    }

    public Task<LookupOutcome> LookUpAsync(
        OutgoingMessage message, DateTimeOffset since, IReadOnlySet<string> knownSids, CancellationToken cancellationToken) =>
        Task.FromResult(LookUp(message, knownSids));
}
