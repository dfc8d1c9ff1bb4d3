using System.Text;

namespace Kayan.Bot.Files;

/// <summary>A contact as phones send it (vCard): a small text from BEGIN:VCARD to END:VCARD and nothing that a browser takes for a page.</summary>
internal static class ContactCard
{
    public const string ContentType = "text/vcard";

    private const int Largest = 128 * 1024; // a card may carry a small photo

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool Is(ReadOnlySpan<byte> content)
    {
        if (content.Length > Largest || !content.StartsWith("BEGIN:VCARD"u8))
        {
            return false;
        }

        try
        {
            var text = Strict.GetString(content);
            return text.TrimEnd().EndsWith("END:VCARD", StringComparison.Ordinal)
                && !text.Contains('<', StringComparison.Ordinal)
                && text.All(c => !char.IsControl(c) || c is '\r' or '\n' or '\t');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
