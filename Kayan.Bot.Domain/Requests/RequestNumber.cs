using System.Globalization;
using System.Security.Cryptography;

namespace Kayan.Bot.Domain.Requests;

/// <summary>
/// The number by which people name a request: seven digits, the last a Luhn check digit, so that a slip of one digit
/// names no other request. Digits only, because people read it out and type it on any keyboard. Drawn at random, so that one's own
/// number does not tell the numbers of others.
/// </summary>
public readonly record struct RequestNumber
{
    private const int FirstSerial = 100_000;
    private const int LastSerial = 999_999;

    private RequestNumber(int value) => Value = value;

    /// <summary>The number with its check digit, 1,000,000 to 9,999,999.</summary>
    public int Value { get; }

    /// <summary>A number drawn at random; whether it is still free the database's unique index tells.</summary>
    public static RequestNumber Draw() => FromSerial(RandomNumberGenerator.GetInt32(FirstSerial, LastSerial + 1));

    /// <summary>The number with these first six digits (100,000 to 999,999).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The serial is outside the range.</exception>
    public static RequestNumber FromSerial(int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, FirstSerial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, LastSerial);
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
