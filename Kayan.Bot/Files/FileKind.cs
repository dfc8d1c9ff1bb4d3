namespace Kayan.Bot.Files;

/// <summary>
/// What a file is, by its first bytes. Photos, documents, voice notes and films of a phone are taken; whatever could run in a browser
/// (HTML, SVG, scripts), archives and programs are not.
/// </summary>
internal static class FileKind
{
    /// <summary>The content type; null for what is not taken.</summary>
    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
        [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "audio/mpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => OfBrand(brand),
        _ => null,
    };

    // ISO base media: the brand tells a photo of a phone from a voice note and a film.
    private static string? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("mif1"u8) ? "image/heic"
        : brand.StartsWith("M4A "u8) ? "audio/mp4"
        : brand.StartsWith("isom"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("iso"u8) || brand.StartsWith("3gp"u8) || brand.StartsWith("qt  "u8) ? "video/mp4"
        : null;
}
