using System.Text;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// The signature covers names and values without anything between them, so that the same characters cut elsewhere carry the
/// same signature. Strict formats catch most of that; what is left are words of people beside names that Twilio has.
/// </summary>
internal static class FieldBoundaries
{
    private const int ShortestName = 3;
    private const int LongestName = 64;

    /// <summary>Whether the form may be another one, cut differently.</summary>
    public static bool AreDoubtful(TwilioForm form, in WebhookForm read)
    {
        for (var i = 0; i < form.Count; i++)
        {
            if (read.Rule(i) is { } rule)
            {
                if (rule.MaySwallow && form.Value(i).ContainsAnyInRange((byte)'A', (byte)'Z') && SwallowsAField(rule, form.Text(i), read))
                {
                    return true;
                }
            }
            else if (MayBeAPiece(form, i, read))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value contains a field that follows them in the signed order and is missing from the form.</summary>
    private static bool SwallowsAField(FieldRule owner, string words, in WebhookForm read)
    {
        foreach (var rule in FieldRules.All)
        {
            if (!read.Has(rule.Field)
                && words.IndexOf(rule.Name, StringComparison.Ordinal) is >= 0 and var start
                && string.CompareOrdinal(rule.Name, owner.Name) > 0
                && (rule.IsCompoundName || (!rule.IsFree && rule.Format(Encoding.UTF8.GetBytes(words[(start + rule.Name.Length)..])))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// New fields appear without notice and are let through, unless they can be a piece of a documented field that is missing,
    /// or a capitalised word cut off what a person wrote.
    /// </summary>
    private static bool MayBeAPiece(TwilioForm form, int index, in WebhookForm read)
    {
        var bytes = form.Name(index);
        if (bytes.Length is < ShortestName or > LongestName || !IsFieldName(bytes))
        {
            return true;
        }

        var name = Encoding.ASCII.GetString(bytes);
        foreach (var rule in FieldRules.All)
        {
            if (!read.Has(rule.Field)
                && (name.StartsWith(rule.Name, StringComparison.Ordinal) || rule.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return !name.AsSpan(1).ContainsAnyInRange('A', 'Z') && FollowsWords(form, name, read);
    }

    private static bool IsFieldName(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                return false;
            }
        }

        return char.IsAsciiLetterUpper((char)name[0]) && char.IsAsciiLetterLower((char)name[1]);
    }

    private static bool FollowsWords(TwilioForm form, string name, in WebhookForm read)
    {
        FieldRule? before = null;
        for (var i = 0; i < form.Count; i++)
        {
            if (read.Rule(i) is { } rule
                && string.CompareOrdinal(rule.Name, name) < 0
                && (before is null || string.CompareOrdinal(rule.Name, before.Name) > 0))
            {
                before = rule;
            }
        }

        return before is { IsFree: true };
    }
}
