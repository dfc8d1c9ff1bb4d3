using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Files;

/// <summary>A file that has come in and is of a kind that is taken.</summary>
/// <param name="Id">Its id from now on.</param>
/// <param name="Name">Its name, without a path, control characters and marks of direction.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ReceivedFile(Guid Id, string Name, string ContentType, byte[] Content)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int LongestName = 120;

    /// <summary>The file; null where its content is of no kind that is taken.</summary>
    public static ReceivedFile? Of(string? name, byte[] content) =>
        FileKind.Of(content) is { } kind ? new ReceivedFile(Guid.CreateVersion7(), Clean(name), kind, content) : null;

    /// <summary>A file that the provider kept: its name ends as its content says; null where the content is of no kind that is taken.</summary>
    public static ReceivedFile? Fetched(Guid id, string? name, byte[] content)
    {
        if (FileKind.Of(content) is not { } kind)
        {
            return null;
        }

        var endings = FileKind.Extensions(kind);
        var own = string.IsNullOrWhiteSpace(name) ? $"{kind.Split('/')[0]}.{endings[0]}" : Clean(name);
        var ends = endings.Any(ending => own.EndsWith('.' + ending, StringComparison.OrdinalIgnoreCase));
        return new ReceivedFile(id, ends ? own : $"{own[..Math.Min(own.Length, LongestName - 5)]}.{endings[0]}", kind, content);
    }

    /// <summary>The file as an activity names it.</summary>
    public Attachment ToAttachment() => new(ContentType, FileEndpoints.UrlOf(Id)) { Name = Name };

    private static string Clean(string? name)
    {
        var own = ArabicText.WithoutDirectionMarks(name ?? string.Empty);
        own = string.Concat(own[(own.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))).Trim();
        return own.Length switch { 0 => "file", > LongestName => own[^LongestName..], _ => own };
    }
}
