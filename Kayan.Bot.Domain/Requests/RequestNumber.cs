using System.Globalization;

namespace Kayan.Bot.Domain.Requests;

/// <summary>
/// The number by which people name a request: seven digits, the last a Luhn check digit, so that a slip of one digit
/// names no other request. Digits only, because people read it out and type it on any keyboard.
/// </summary>
public readonly record struct RequestNumber
{
    private const int FirstSerial = 100_000;
    private const int LastSerial = 999_999;

    private RequestNumber(int value) => Value = value;

    /// <summary>The number with its check digit, 1,000,000 to 9,999,999.</summary>
    public int Value { get; }

    /// <summary>The number of the request with this row id (1 to 900,000).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the range.</exception>
    public static RequestNumber FromId(long id)
    {
        var serial = checked((int)(FirstSerial - 1 + id));
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, FirstSerial, nameof(id));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, LastSerial, nameof(id));
        return new RequestNumber((serial * 10) + CheckDigit(serial));
    }

    /// <summary>Reads a number of Western digits; false for a wrong length, another character or a wrong check digit.</summary>
    public static bool TryParse(string? text, out RequestNumber number)
    {
        number = default;
        if (text is not { Length: 7 } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var serial = value / 10;
        if (serial < FirstSerial || value % 10 != CheckDigit(serial))
        {
            return false;
        }

        number = new RequestNumber(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static int CheckDigit(int serial)
    {
        var sum = 0;
        for (var doubled = true; serial > 0; serial /= 10, doubled = !doubled)
        {
            var digit = serial % 10 * (doubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10;
    }
}
