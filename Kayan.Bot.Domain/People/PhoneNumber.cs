namespace Kayan.Bot.Domain.People;

/// <summary>A phone number in E.164 form: "+", then 7 to 15 Western digits, the first of them not 0 ("+966500000001").</summary>
public readonly record struct PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The number as it is stored and sent; null only in the default value.</summary>
    public string? Value { get; }

    /// <summary>Reads exactly that form. Numbers as people type them go through the host, which knows the countries' plans.</summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        if (text is not ['+', >= '1' and <= '9', .. var rest] || rest.Length is < 6 or > 14 || !rest.All(char.IsAsciiDigit))
        {
            return false;
        }

        number = new PhoneNumber(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
