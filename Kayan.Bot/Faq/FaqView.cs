using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Faq;

/// <summary>An entry as it is given now.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Version">How often it was changed; 0: as it ships.</param>
/// <param name="ChangedAt">When it was changed last.</param>
/// <param name="ChangedBy">The name of who changed it last.</param>
internal sealed record FaqView(FaqEntry Entry, int Version, DateTimeOffset? ChangedAt, string? ChangedBy);
