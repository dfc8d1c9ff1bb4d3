namespace Kayan.Bot.Files;

/// <summary>
/// What a file is, by its first bytes. Photos, documents, voice notes, films of a phone and contacts are taken; whatever could run in a
/// browser (HTML, SVG, scripts), archives (so also office documents) and programs are not.
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
        [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2, ..] => "audio/mpeg",
        [0xFF, 0xF1 or 0xF9, ..] => "audio/aac",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => OfBrand(brand),
        _ => ContactCard.Is(content) ? ContactCard.ContentType : null,
    };

    /// <summary>How names of such files end, without the dot; the first is the usual one.</summary>
    public static IReadOnlyList<string> Extensions(string contentType) => contentType switch
    {
        "image/jpeg" => ["jpg", "jpeg"],
        "image/png" => ["png"],
        "image/gif" => ["gif"],
        "image/webp" => ["webp"],
        "image/heic" => ["heic", "heif"],
        "application/pdf" => ["pdf"],
        "audio/ogg" => ["ogg", "oga", "opus"],
        "audio/mpeg" => ["mp3"],
        "audio/aac" => ["aac"],
        "audio/amr" => ["amr"],
        "audio/mp4" => ["m4a", "mp4"],
        "video/mp4" => ["mp4", "m4v", "mov"],
        "video/3gpp" => ["3gp", "3g2"],
        ContactCard.ContentType => ["vcf"],
        _ => ["bin"],
    };

    // ISO base media: the brand tells a photo of a phone from a voice note and a film.
    private static string? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("mif1"u8) ? "image/heic"
        : brand.StartsWith("M4A "u8) || brand.StartsWith("M4B "u8) ? "audio/mp4"
        : brand.StartsWith("3gp"u8) || brand.StartsWith("3g2"u8) ? "video/3gpp"
        : IsFilm(brand) ? "video/mp4"
        : null;

    private static bool IsFilm(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8) || brand.StartsWith("MSNV"u8)
        || brand.StartsWith("M4V"u8) || brand.StartsWith("qt  "u8);
}
