using System.Text;
using Kayan.Bot.Channels.Twilio;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Breaks real forms in the ways in which the world breaks them; most are signed again afterwards, so that they get past the door.</summary>
internal static class FormMutator
{
    public const string Base = "https://bot.example.com";
    public const string Target = "/twilio/messages";

    private static readonly string[] ContentTypes =
        ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8", "APPLICATION/X-WWW-FORM-URLENCODED", "text/plain", "", ";"];

    private static readonly string[] Junk =
        ["%FF%FE", "%00", "%E2%80%AE%D9%85", "%", "%4", "%zz", "&", "&&=", "=", "+", "%F0%9F%91%8D", "%ED%A0%80", "\u00ff", "%0D%0A", "<script>", "'--", "#"];

    public static MutatedForm Mutate(int seed, string token)
    {
        var random = new Sequence(seed);
        var fields = RealForms.All[random.Next(RealForms.All.Count)]
            .Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}").ToList();
        fields[fields.FindIndex(field => field.StartsWith("MessageSid", StringComparison.Ordinal))] = $"MessageSid=SM{seed:x32}";
        fields.RemoveAll(field => field.StartsWith("Sms", StringComparison.Ordinal));
        for (var i = random.Next(4); i > 0; i--)
        {
            MutateFields(fields, random);
        }

        var body = Encoding.Latin1.GetBytes(string.Join('&', fields));
        for (var i = random.Next(3) == 0 ? random.Next(6) : 0; i > 0 && body.Length > 0; i--)
        {
            body[random.Next(body.Length)] = (byte)random.Next(256);
        }

        var type = random.Next(8) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : ContentTypes[0];
        return new(body, type, Signature(body, token, random), random.Next(4) == 0);
    }

    private static void MutateFields(List<string> fields, Sequence random)
    {
        var at = random.Next(fields.Count);
        var field = fields[at];
        switch (random.Next(12))
        {
            case 0:
                fields.RemoveAt(fields.Count > 1 ? at : 0);
                fields.Add("Z=1");
                break;
            case 1:
                fields.Add(field);
                break;
            case 2:
                fields[at] = field[..random.Next(field.Length + 1)];
                break;
            case 3:
                fields[at] = field.Insert(random.Next(field.Length + 1), Junk[random.Next(Junk.Length)]);
                break;
            case 4:
                fields[at] = field + Uri.EscapeDataString(new string('م', 1600));
                break;
            case 5:
                fields.Add("Body2=" + new string('x', 10_000 * (1 + random.Next(8))));
                break;
            case 6:
                fields.AddRange(Enumerable.Range(0, 1_000).Select(i => $"Key{i}={i}"));
                break;
            case 7:
                fields.AddRange(Enumerable.Range(0, 25).Select(i => $"MediaUrl{i}=https%3A%2F%2Fapi.twilio.com%2F{i}"));
                break;
            case 8:
                fields.Reverse();
                break;
            case 9:
                fields[at] = field.Replace("=", "", StringComparison.Ordinal);
                break;
            case 10:
                fields.Add($"NewField{random.Next(9)}={Junk[random.Next(Junk.Length)]}");
                break;
            default:
                fields[at] = string.Create(field.Length, field, (span, text) => text.AsSpan().ToUpperInvariant(span));
                break;
        }
    }

    private static string Signature(byte[] body, string token, Sequence random)
    {
        using var form = TwilioForm.Read(body);
        return random.Next(10) == 0 || form is null ? "QnBOqS+owuir8ZVNv/bOaaGh/cM=" : TwilioSignature.Sign(token, Base + Target, form);
    }
}
