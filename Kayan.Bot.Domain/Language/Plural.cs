namespace Kayan.Bot.Domain.Language;

/// <summary>Which of the six Arabic plural forms goes with a number (Unicode CLDR, cardinal, "ar").</summary>
public static class Plural
{
    /// <summary>The form for a count; a negative count takes the form of its absolute value.</summary>
    /// <param name="count">How many there are.</param>
    public static PluralForm For(long count)
    {
        var n = count < 0 ? (ulong)-(count + 1) + 1 : (ulong)count;
        return n switch
        {
            0 => PluralForm.Zero,
            1 => PluralForm.One,
            2 => PluralForm.Two,
            _ => (n % 100) switch
            {
                >= 3 and <= 10 => PluralForm.Few,
                >= 11 => PluralForm.Many,
                _ => PluralForm.Other,
            },
        };
    }
}
