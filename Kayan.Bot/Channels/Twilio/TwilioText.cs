using System.Globalization;
using System.Text;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.Messages;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>An activity in the words of a channel that has no buttons: choices become numbered lines.</summary>
internal static class TwilioText
{
    /// <summary>Twilio takes no longer body.</summary>
    public const int MaxLength = 1600;

    /// <summary>A template's text may have 1,024 characters in all; this leaves room for its fixed words.</summary>
    public const int MaxVariable = 900;

    public static string WhatsApp(Activity activity) => Shorten(WithChoices(activity), MaxLength);

    /// <summary>Direction marks go: phones show some as boxes, and each costs as much as a letter.</summary>
    public static string Sms(Activity activity) => ShortenToParts(WholeSms(activity));

    /// <summary>As <see cref="Sms"/> before anything is cut off.</summary>
    internal static string WholeSms(Activity activity) => Cheapest(WithoutMarks(MessageForms.Of(activity).Sms ?? WithChoices(activity)));

    /// <summary>A template's variable: WhatsApp allows no line breaks in it.</summary>
    public static string Variable(string text)
    {
        var lines = text.Split(['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Shorten(string.Join(" · ", lines), MaxVariable);
    }

    private static string WithChoices(Activity activity)
    {
        var text = new StringBuilder(activity.Text?.Trim());
        var hasList = MessageForms.Of(activity).Question is not null;
        if (!hasList && activity.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            text.Append(text.Length > 0 ? "\n\n" : null);
            for (var i = 0; i < actions.Count; i++)
            {
                var title = actions[i].Title ?? actions[i].Value?.ToString();
                text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "\n" : null)}{i + 1}. {title}");
            }
        }

        return text.ToString();
    }

    /// <summary>One curly quote makes a whole English text cost as much as an Arabic one: it goes straight, where nothing else stands in the way.</summary>
    private static string Cheapest(string text)
    {
        if (SmsSegments.Of(text).Encoding is SmsEncoding.Gsm7)
        {
            return text;
        }

        var plain = text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace('–', '-').Replace('—', '-')
            .Replace("…", "...", StringComparison.Ordinal);
        return SmsSegments.Of(plain).Encoding is SmsEncoding.Gsm7 ? plain : text;
    }

    private static string WithoutMarks(string text) => text.Any(IsMark) ? string.Concat(text.Where(c => !IsMark(c))) : text;

    private static bool IsMark(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string ShortenToParts(string text)
    {
        text = Shorten(text, MaxLength);
        for (var most = text.Length; SmsSegments.Of(text).Count > SmsSegments.MostParts; most -= 10)
        {
            text = Shorten(text, most - 10);
        }

        return text;
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        for (var next = 0; next < most; next += StringInfo.GetNextTextElementLength(text, next))
        {
            end = next;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
