namespace Kayan.Bot.Domain.Messages;

/// <summary>How a text message travels; one character outside GSM 03.38 makes the whole message UCS-2.</summary>
public enum SmsEncoding
{
    /// <summary>GSM 03.38: 7 bits a unit, characters of the extension table take two units.</summary>
    Gsm7,

    /// <summary>UTF-16: 16 bits a unit. Any Arabic text.</summary>
    Ucs2,
}
