using System.Text;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Our signatures against Twilio's own library, in both directions.</summary>
public sealed class TwilioPeerTests
{
    private static readonly string[] Bases =
        ["https://bot.example.com", "https://bot.example.com:8443", "http://localhost:5080", "https://xn--mgbai5b.example/bot"];

    private static readonly string[] Targets =
        ["/twilio/messages", "/twilio/messages?tenant=t%201&x=%D8%A3", "/twilio/status/0192f0c1?n=O'Neil", "/twilio/messages?"];

    private static readonly string[] Pieces =
        ["Body", "body", "From", "ي", "م ", "👍", "\uFF21", "\uD83D\uDE00", "+", "&", "=", "%", "", "1", "'", "\n", "…", "A", "a"];

    [NodePackagesFact]
    public async Task Signatures_OfRandomForms_AgreeWithTwiliosLibraryBothWays()
    {
        var forms = Enumerable.Range(0, 500).Select(RandomForm).ToArray();

        var answers = await AskAsync(forms.Select(form => new Question(TwilioSignatureVectors.Token, form.Base + form.Target, form.Body, Sign(form))));

        Assert.Equal(forms.Length, answers.Count);
        foreach (var (form, answer) in forms.Zip(answers))
        {
            using var parsed = Parse(form.Body);
            Assert.Equal(answer.Signature, Sign(form));
            Assert.True(answer.Valid, form.Body);
            Assert.True(new TwilioSignature([TwilioSignatureVectors.Token], form.Base).IsValid(form.Target, answer.Signature, parsed));
        }
    }

    [NodePackagesFact]
    public async Task Validation_OfForeignPorts_AgreesWithTwiliosLibrary()
    {
        string[] bases = ["https://bot.example.com", "https://bot.example.com:443", "https://bot.example.com:8443", "http://bot.example.com", "http://bot.example.com:80"];
        const string body = "MessageSid=SM1&Body=%D9%86%D8%B9%D9%85";
        var pairs = bases.SelectMany(signed => bases.Select(seen => (Signed: signed, Seen: seen))).ToArray();

        var answers = await AskAsync(pairs.Select(pair =>
            new Question(TwilioSignatureVectors.Token, pair.Seen + "/twilio/messages", body, Sign(new(pair.Signed, "/twilio/messages", body)))));

        using var form = Parse(body);
        foreach (var ((signed, seen), answer) in pairs.Zip(answers))
        {
            var ours = new TwilioSignature([TwilioSignatureVectors.Token], seen)
                .IsValid("/twilio/messages", Sign(new(signed, "/twilio/messages", body)), form);
            Assert.True(answer.Valid == ours, $"signed for {signed}, seen as {seen}: theirs {answer.Valid}, ours {ours}");
        }
    }

    private static Task<List<Answer>> AskAsync(IEnumerable<Question> questions) => NodePeer.AskAsync<Question, Answer>("twilio-peer.cjs", questions);

    private static SignedForm RandomForm(int seed)
    {
        var state = (uint)seed + 1;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) >> 8) % below;
        string Words(int most) => string.Concat(Enumerable.Range(0, Next(most + 1)).Select(_ => Pieces[Next(Pieces.Length)]));
        var fields = Enumerable.Range(0, Next(12) + 1).Select(_ => $"{Escape("k" + Words(2))}={Escape(Words(6))}");
        return new(Bases[Next(Bases.Length)], Targets[Next(Targets.Length)], string.Join('&', fields));
        string Escape(string text) => Next(2) == 0 ? Uri.EscapeDataString(text) : Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
    }

    private static string Sign(SignedForm form)
    {
        using var parsed = Parse(form.Body);
        return TwilioSignature.Sign(TwilioSignatureVectors.Token, form.Base + form.Target, parsed);
    }

    private static TwilioForm Parse(string body) => TwilioForm.Read(Encoding.UTF8.GetBytes(body))!;

    private sealed record SignedForm(string Base, string Target, string Body);

    private sealed record Question(string Token, string Url, string Body, string Signature);

    private sealed record Answer(string Signature, bool Valid);
}
