using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Documents;

/// <summary>
/// What came with a message, as far as its sender says: the files themselves may still be on their way, and what they are is
/// decided by their content then.
/// </summary>
public static class Attached
{
    private const string Place = "GeoCoordinates";

    /// <summary>Whether files that call themselves this are taken, if they are what they say.</summary>
    public static bool IsTaken(string? contentType) => KindOf(contentType) != AttachedKind.NotTaken;

    /// <summary>What the message is about: of several kinds the one that needs a human most.</summary>
    internal static AttachedKind To(Activity message)
    {
        if (message.Attachments is not { Count: > 0 } files)
        {
            return message.Entities?.Any(entity => entity.Type == Place) == true ? AttachedKind.Location : AttachedKind.Nothing;
        }

        var kinds = files.Select(file => KindOf(file.ContentType)).ToHashSet();
        return Array.Find([AttachedKind.Voice, AttachedKind.Paper, AttachedKind.Film, AttachedKind.Contact, AttachedKind.Sticker], kinds.Contains) is var first
            && first != AttachedKind.Nothing ? first : AttachedKind.NotTaken;
    }

    private static AttachedKind KindOf(string? contentType) => contentType switch
    {
        "image/webp" => AttachedKind.Sticker,
        "image/gif" => AttachedKind.Film,
        "application/pdf" or "image/jpeg" or "image/jpg" or "image/png" or "image/heic" or "image/heif" => AttachedKind.Paper,
        "text/vcard" or "text/x-vcard" or "text/directory" => AttachedKind.Contact,
        "application/ogg" => AttachedKind.Voice,
        ['a', 'u', 'd', 'i', 'o', '/', ..] => AttachedKind.Voice,
        ['v', 'i', 'd', 'e', 'o', '/', ..] => AttachedKind.Film,
        _ => AttachedKind.NotTaken,
    };
}
