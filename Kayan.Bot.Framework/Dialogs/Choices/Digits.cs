namespace Kayan.Bot.Framework;

// Arabic-Indic and Persian digits are the same numbers: a prompt that does not fold them reads ٣ as nothing, or as 0.
internal static class Digits
{
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0660', '\u06F9'))
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    >= '\u0660' and <= '\u0669' => (char)(source[i] - '\u0660' + '0'),
                    >= '\u06F0' and <= '\u06F9' => (char)(source[i] - '\u06F0' + '0'),
                    '\u066B' => '.',
                    '\u066C' => ',',
                    var other => other,
                };
            }
        });
    }
}
