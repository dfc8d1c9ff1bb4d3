using PhoneNumbers;
using PhoneNumber = Kayan.Bot.Domain.People.PhoneNumber;

namespace Kayan.Bot.Requests;

/// <summary>Reads phone numbers as people write them, by the countries' numbering plans; without a country code they are Saudi.</summary>
internal static class TypedPhoneNumber
{
    private const string HomeRegion = "SA";
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    /// <summary>False where it is no possible number of a mobile or a line that may be one.</summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return false;
        }

        try
        {
            var typed = Plans.Parse(International(text.Trim()), HomeRegion);
            return Plans.IsValidNumber(typed) && !typed.HasExtension && PhoneNumber.TryParse(Plans.Format(typed, PhoneNumberFormat.E164), out number);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>"9665…" is a common way to write "+9665…".</summary>
    private static string International(string text) =>
        PhoneNumberUtil.NormalizeDigitsOnly(text) is { Length: 12 } digits && digits.StartsWith("966", StringComparison.Ordinal) ? "+" + digits : text;
}
