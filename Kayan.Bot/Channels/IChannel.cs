using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Channels;

/// <summary>A way to reach people through a provider. The website needs none: it reads the conversation itself.</summary>
internal interface IChannel
{
    ChannelKind Kind { get; }

    /// <summary>Sends; the outcome is a value, an exception is a bug.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Whether the provider has a message that an earlier, ambiguous send may have left there.</summary>
    Task<LookupOutcome> LookUpAsync(OutgoingMessage message, DateTimeOffset since, IReadOnlySet<string> knownSids, CancellationToken cancellationToken);
}
