using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Channels;

/// <summary>A way to reach people through a provider. The website needs none: it reads the conversation itself.</summary>
internal interface IChannel
{
    ChannelKind Kind { get; }

    /// <summary>Whether there is a sender for it.</summary>
    bool IsSetUp => true;

    /// <summary>How many units a second its sender may send.</summary>
    int PerSecond => int.MaxValue;

    /// <summary>The units that a message takes: the parts of a text message, otherwise one.</summary>
    int Units(OutgoingMessage message) => 1;

    /// <summary>Sends; the outcome is a value, an exception is a bug.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Whether the provider has a message that an earlier, ambiguous send may have left there.</summary>
    Task<LookupOutcome> LookUpAsync(OutgoingMessage message, DateTimeOffset since, IReadOnlySet<string> knownSids, CancellationToken cancellationToken);
}
