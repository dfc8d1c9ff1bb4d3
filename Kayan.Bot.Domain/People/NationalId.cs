namespace Kayan.Bot.Domain.People;

/// <summary>
/// A Saudi national id (هوية وطنية, begins with 1) or iqama (إقامة, begins with 2): 10 Western digits, the last a Luhn check digit.
/// </summary>
public readonly record struct NationalId
{
    /// <summary>The digits of an id.</summary>
    public const int Length = 10;

    private NationalId(string value) => Value = value;

    /// <summary>The ten digits; null only in the default value.</summary>
    public string? Value { get; }

    /// <summary>Whether it is a citizen's; otherwise a resident's.</summary>
    public bool IsCitizen => Value is ['1', ..];

    /// <summary>The four digits by which the person shows on the website that the id is theirs.</summary>
    public string LastFour => Value?[^4..] ?? "";

    /// <summary>Reads an id; false for a wrong length, another first digit, another character or a wrong check digit.</summary>
    public static bool TryParse(string? text, out NationalId id)
    {
        id = default;
        if (text is not { Length: Length } || text[0] is not ('1' or '2') || !text.All(char.IsAsciiDigit) || LuhnSum(text) % 10 != 0)
        {
            return false;
        }

        id = new NationalId(text);
        return true;
    }

    /// <summary>Never the number: it must not reach a log by accident.</summary>
    public override string ToString() => Value is null ? "" : "••••••" + LastFour;

    private static int LuhnSum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum;
    }
}
