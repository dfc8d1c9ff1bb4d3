using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>What we think a text message costs against what Twilio's calculator says.</summary>
public sealed class SmsSegmentsPeerTests
{
    private static readonly string[] Pieces = ["a", "م", "€", "[", "👍", "👨‍👩‍👧", "\n", "٥", "é", "’", "word ", "كلمة ", "مَّ", "Ω", "^", " "];

    [NodePackagesFact]
    public async Task Segments_OfRandomTexts_AreTwiliosOwn()
    {
        var texts = Enumerable.Range(0, 600).Select(Text).Where(text => text.Length > 0).ToArray();

        var answers = await NodePeer.AskAsync<string, Answer>("sms-peer.cjs", texts);

        Assert.Equal(texts.Length, answers.Count);
        Assert.All(texts.Zip(answers), pair =>
        {
            var ours = SmsSegments.Of(pair.First);
            Assert.Equal((pair.Second.Encoding, pair.Second.Count), (ours.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", ours.Count));
        });
    }

    /// <summary>Every third text stays within GSM-7's alphabet; lengths lie around the limits of one, two and three parts.</summary>
    private static string Text(int seed)
    {
        var random = new Sequence(seed);
        var pieces = seed % 3 == 0 ? ["a", "€", "[", "é", "word ", "Ω", "\n"] : Pieces;
        return string.Concat(Enumerable.Range(0, random.Next(seed % 3 == 0 ? 330 : 150)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private sealed record Answer(string Encoding, int Count);
}
