using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Requests;

/// <summary>
/// Remembers under which key of the sender a request was received, so that sending it again gives the same request.
/// (Sender, Key) is unique.
/// </summary>
internal sealed class Receipt
{
    public long Id { get; set; }

    /// <summary>Who sent it: the name of an API key.</summary>
    public required string Sender { get; init; }

    /// <summary>The sender's own key. Up to 100 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Lower-case hex of SHA-256 of what was sent under it.</summary>
    public required string ContentHash { get; init; }

    public long RequestId { get; set; }

    public Request? Request { get; init; }
}
