using Kayan.Bot.Files;

namespace Kayan.Bot.Console.Reading;

/// <summary>A file in a transcript.</summary>
/// <param name="Kind">What it is, as far as is known.</param>
/// <param name="Name">Its name, where it has one.</param>
/// <param name="Url">Where to fetch it; null where it is not kept here (yet).</param>
/// <param name="State">The name of the text that says why it is not here; null for a file that is, and for one of which nothing is known.</param>
public sealed record SentFile(SentFileKind Kind, string? Name, string? Url, string? State = null)
{
    /// <summary>How a kind of content is shown.</summary>
    public static SentFileKind KindOf(string? contentType) => contentType switch
    {
        ['a', 'u', 'd', 'i', 'o', '/', ..] => SentFileKind.Voice,
        ['i', 'm', 'a', 'g', 'e', '/', ..] => SentFileKind.Picture,
        "text/vcard" or "text/x-vcard" or "text/directory" => SentFileKind.Contact,
        _ => SentFileKind.File,
    };

    internal static SentFile Of(Guid id, string? name, string contentType, FileState state, FileRefusal? reason) => state switch
    {
        FileState.Stored => new(KindOf(contentType), name, FileEndpoints.UrlOf(id)),
        FileState.Waiting => new(KindOf(contentType), name, null, "File.Waiting"),
        _ => new(KindOf(contentType), name, null, $"FileRefused.{reason}"),
    };
}
