using System.Globalization;
using System.Text.Json;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>What the values of Twilio's fields look like. Anything else was not written by Twilio.</summary>
internal static class FieldFormats
{
    public delegate bool Format(ReadOnlySpan<byte> value);

    /// <summary>What people wrote: anything.</summary>
    public static bool Words(ReadOnlySpan<byte> value) => true;

    public static bool Account(ReadOnlySpan<byte> value) => IsSid(value, "AC"u8);

    public static bool Service(ReadOnlySpan<byte> value) => IsSid(value, "MG"u8);

    public static bool Install(ReadOnlySpan<byte> value) => IsSid(value, "XE"u8);

    public static bool Message(ReadOnlySpan<byte> value) => IsSid(value, "SM"u8) || IsSid(value, "MM"u8);

    /// <summary>"2010-04-01".</summary>
    public static bool Version(ReadOnlySpan<byte> value) =>
        value.Length == 10 && value[4] == '-' && value[7] == '-' && Digits(value[..4]) && Digits(value[5..7]) && Digits(value[8..]);

    public static bool Digits(ReadOnlySpan<byte> value) => value.Length is > 0 and <= 20 && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    public static bool MediaCount(ReadOnlySpan<byte> value) =>
        Digits(value) && value.Length <= 2 && (value.Length == 1 || value[0] != '0')
        && int.Parse(value, CultureInfo.InvariantCulture) < WebhookForm.MaxMedia;

    public static bool Boolean(ReadOnlySpan<byte> value) => value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8);

    /// <summary>"received", "list_reply".</summary>
    public static bool Keyword(ReadOnlySpan<byte> value) => value.Length is > 0 and <= 32 && OnlyLowerOrUnderscore(value);

    /// <summary>"REPLY".</summary>
    public static bool Constant(ReadOnlySpan<byte> value) => value.Length is > 0 and <= 32 && OnlyUpperOrUnderscore(value);

    public static bool OptOut(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("STOP"u8) || value.SequenceEqual("START"u8) || value.SequenceEqual("HELP"u8);

    /// <summary>Two letters, or not known.</summary>
    public static bool Country(ReadOnlySpan<byte> value) => value.IsEmpty || (value.Length == 2 && OnlyUpperOrUnderscore(value));

    public static bool PostCode(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
        {
            if (!char.IsAsciiDigit((char)b) && !char.IsAsciiLetterUpper((char)b) && b is not ((byte)' ' or (byte)'-'))
            {
                return false;
            }
        }

        return value.Length <= 12;
    }

    /// <summary>"24.7136".</summary>
    public static bool Coordinate(ReadOnlySpan<byte> value)
    {
        var digits = value.StartsWith("-"u8) ? value[1..] : value;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        return whole.Length <= 3 && Digits(whole) && (point < 0 || Digits(digits[(point + 1)..]));
    }

    /// <summary>The JSON of a rich feature; an object or an array and nothing after it.</summary>
    public static bool Json(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        try
        {
            return value.IsEmpty || (reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && ReadsToTheEnd(ref reader));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>An http(s) address in printable ASCII.</summary>
    public static bool Url(ReadOnlySpan<byte> value) =>
        value.Length is > 10 and <= 2048 && (value.StartsWith("https://"u8) || value.StartsWith("http://"u8))
        && !value.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    /// <summary>"image/jpeg", "audio/ogg; codecs=opus".</summary>
    public static bool MediaType(ReadOnlySpan<byte> value)
    {
        var slash = value.IndexOf((byte)'/');
        return slash > 0 && slash < value.Length - 1 && value.Length <= 128 && !value.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            && !value.ContainsAnyInRange((byte)'A', (byte)'Z');
    }

    /// <summary>A sender or recipient: a phone number, a short code, or either of WhatsApp's.</summary>
    public static bool Address(ReadOnlySpan<byte> value) =>
        WhatsAppPrefixed(value, out var rest) ? IsPhone(rest) || UserId(rest) : IsPhone(rest) || (Digits(rest) && rest.Length is >= 3 and <= 8);

    /// <summary>"whatsapp:SA.1A2B…".</summary>
    public static bool ExternalUser(ReadOnlySpan<byte> value) => WhatsAppPrefixed(value, out var id) && UserId(id);

    /// <summary>Digits, or the id of a person without a number.</summary>
    public static bool WhatsAppId(ReadOnlySpan<byte> value) => value.IsEmpty || Digits(value) || UserId(value);

    /// <summary>"SA.1A2B…" or "SA.ENT.1A2B…".</summary>
    public static bool UserId(ReadOnlySpan<byte> value)
    {
        if (value.Length < 4 || value[2] != '.' || !OnlyUpperOrUnderscore(value[..2]))
        {
            return false;
        }

        var id = value[3..].StartsWith("ENT."u8) ? value[7..] : value[3..];
        foreach (var b in id)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                return false;
            }
        }

        return id.Length is > 0 and <= 128;
    }

    public static bool IsPhone(ReadOnlySpan<byte> value) =>
        value.Length is >= 8 and <= 16 && value[0] == '+' && value[1] != '0' && Digits(value[1..]);

    public static bool WhatsAppPrefixed(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> rest)
    {
        var prefixed = value.StartsWith("whatsapp:"u8);
        rest = prefixed ? value["whatsapp:"u8.Length..] : value;
        return prefixed;
    }

    private static bool IsSid(ReadOnlySpan<byte> value, ReadOnlySpan<byte> prefix)
    {
        if (value.Length != 34 || !value.StartsWith(prefix))
        {
            return false;
        }

        foreach (var b in value[2..])
        {
            if (!char.IsAsciiHexDigitLower((char)b))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ReadsToTheEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }

        return true;
    }

    private static bool OnlyLowerOrUnderscore(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
        {
            if (!char.IsAsciiLetterLower((char)b) && b != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool OnlyUpperOrUnderscore(ReadOnlySpan<byte> value)
    {
        foreach (var b in value)
        {
            if (!char.IsAsciiLetterUpper((char)b) && b != '_')
            {
                return false;
            }
        }

        return true;
    }
}
