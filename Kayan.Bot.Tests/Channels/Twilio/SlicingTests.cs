using System.Text;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>
/// The signature covers the sorted fields without separators: the same characters cut elsewhere are signed as well. Each form
/// here is such another cut of a real one, with the real signature.
/// </summary>
public sealed class SlicingTests
{
    private const string Base = "https://bot.example.com";
    private const string Target = "/twilio/messages";
    private const int Slices = 2_000;

    [Fact]
    public void Slices_OfRealForms_CarryTheSignatureAndAreRefused()
    {
        var signature = new TwilioSignature([TwilioSignatureVectors.Token], Base);
        var tried = 0;
        for (var seed = 0; tried < Slices; seed++)
        {
            var fields = RealForms.All[seed % RealForms.All.Count].OrderBy(field => field.Key, StringComparer.Ordinal).ToArray();
            if (Slice(fields, seed) is not { } sliced)
            {
                continue;
            }

            tried++;
            using var form = Form(sliced);
            Assert.True(signature.IsValid(Target, FakeTwilioSignature.Sign(TwilioSignatureVectors.Token, Base + Target, fields), form));
            Assert.False(Accepts(form), $"seed {seed}: {string.Join(" | ", sliced.Select(field => $"{field.Key}→{field.Value}"))}");
        }
    }

    [Fact]
    public void RealForms_Uncut_AreAccepted() => Assert.All(RealForms.All, fields =>
    {
        using var form = Form(fields);
        Assert.True(Accepts(form), string.Join(" | ", fields.Select(field => $"{field.Key}→{field.Value}")));
    });

    /// <summary>Moves one boundary between names and values, or takes one away, or puts one in; null when the order would change.</summary>
    private static KeyValuePair<string, string>[]? Slice(KeyValuePair<string, string>[] fields, int seed)
    {
        var random = new Sequence(seed);
        var index = random.Next(fields.Length);
        var sliced = random.Next(4) switch
        {
            0 => MoveNameEnd(fields, index, random),
            1 => Swallow(fields, index, 1 + random.Next(3)),
            2 => MoveValueEnd(fields, index, random),
            _ => Split(fields, index, random),
        };
        var inOrder = sliced.Zip(sliced.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Key, pair.Second.Key) < 0);
        var whole = sliced.All(field => !StartsInsideACharacter(field.Key) && !StartsInsideACharacter(field.Value));
        return inOrder && whole && !sliced.SequenceEqual(fields) && Joined(sliced) == Joined(fields) ? sliced : null;
    }

    private static KeyValuePair<string, string>[] MoveNameEnd(KeyValuePair<string, string>[] fields, int index, Sequence random)
    {
        var (name, value) = fields[index];
        var all = name + value;
        return [.. fields[..index], Cut(all, random.Next(all.Length + 1)), .. fields[(index + 1)..]];
    }

    private static KeyValuePair<string, string>[] Swallow(KeyValuePair<string, string>[] fields, int index, int more)
    {
        var end = Math.Min(fields.Length, index + 1 + more);
        return [.. fields[..index], new(fields[index].Key, fields[index].Value + Joined(fields[(index + 1)..end])), .. fields[end..]];
    }

    private static KeyValuePair<string, string>[] MoveValueEnd(KeyValuePair<string, string>[] fields, int index, Sequence random)
    {
        if (index + 1 == fields.Length)
        {
            return fields;
        }

        var (name, value) = fields[index];
        var next = fields[index + 1].Key;
        var shift = random.Next(next.Length + value.Length) - value.Length;
        return shift >= 0
            ? [.. fields[..index], new(name, value + next[..shift]), new(next[shift..], fields[index + 1].Value), .. fields[(index + 2)..]]
            : [.. fields[..index], new(name, value[..^-shift]), new(value[^-shift..] + next, fields[index + 1].Value), .. fields[(index + 2)..]];
    }

    private static KeyValuePair<string, string>[] Split(KeyValuePair<string, string>[] fields, int index, Sequence random)
    {
        var (name, value) = fields[index];
        if (value.Length < 2)
        {
            return fields;
        }

        var start = random.Next(value.Length);
        return [.. fields[..index], new(name, value[..start]), Cut(value[start..], 1 + random.Next(value.Length - start)), .. fields[(index + 1)..]];
    }

    private static bool StartsInsideACharacter(string text) => text.Length > 0 && char.IsLowSurrogate(text[0]);

    private static KeyValuePair<string, string> Cut(string text, int at) => new(text[..at], text[at..]);

    private static string Joined(IEnumerable<KeyValuePair<string, string>> fields) => string.Concat(fields.Select(field => field.Key + field.Value));

    private static bool Accepts(TwilioForm form) =>
        WebhookForm.TryRead(form, out var read) && InboundMessage.Read(read, "AC00000000000000000000000000000000"u8) is not null;

    private static TwilioForm Form(IEnumerable<KeyValuePair<string, string>> fields) => TwilioForm.Read(Encoding.UTF8.GetBytes(
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))))!;
}
