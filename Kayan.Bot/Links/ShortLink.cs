using System.Buffers;
using System.Security.Cryptography;
using Kayan.Bot.Dialogs.Notices;

namespace Kayan.Bot.Links;

/// <summary>An address under /s/ that a text message carries, because nobody can answer a text message.</summary>
internal sealed class ShortLink
{
    public const int CodeLength = 12;

    /// <summary>How long it leads anywhere.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    // No 0, 1, i, l and o, which are read for one another; 12 of these 31 hold 59 bits.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public long Id { get; set; }

    /// <summary>Nobody guesses it: it stands for the person who got the message.</summary>
    public required string Code { get; init; }

    public required LinkKind Kind { get; init; }

    /// <summary>The conversation whose message carries it.</summary>
    public required long ConversationId { get; init; }

    /// <summary>The stage that the message is about.</summary>
    public required long StageEntryId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not after.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public static ShortLink To(LinkKind kind, long conversationId, long stageEntryId, DateTimeOffset now) => new()
    {
        Code = RandomNumberGenerator.GetString(Alphabet, CodeLength),
        Kind = kind,
        ConversationId = conversationId,
        StageEntryId = stageEntryId,
        CreatedAt = now,
        ExpiresAt = now + Life,
    };

    /// <summary>Whether it looks like a code at all.</summary>
    public static bool IsCode(string text) => text.Length == CodeLength && !text.AsSpan().ContainsAnyExcept(Letters);
}
