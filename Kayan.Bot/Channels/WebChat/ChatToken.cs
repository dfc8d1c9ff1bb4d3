namespace Kayan.Bot.Channels.WebChat;

/// <summary>What a token says: whose it is, where it may be used from, and since when the visit lasts.</summary>
/// <param name="Visitor">The person and the one conversation that it opens.</param>
/// <param name="Origin">The site that it was given to; null for another server.</param>
/// <param name="Since">When the visit began. Tokens can be refreshed only for so long.</param>
internal sealed record ChatToken(Visitor Visitor, string? Origin, DateTimeOffset Since);
