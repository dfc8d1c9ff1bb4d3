using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kayan.Bot.Domain.Messages;
using static Kayan.Bot.Domain.Messages.SmsEncoding;

namespace Kayan.Bot.Tests.Domain.Messages;

public sealed class SmsSegmentsTests
{
    public static TheoryData<string, SmsEncoding, int> Vectors => new()
    {
        { "", Gsm7, 1 },
        { Times(160, "a"), Gsm7, 1 },
        { Times(161, "a"), Gsm7, 2 },
        { Times(306, "a"), Gsm7, 2 },
        { Times(307, "a"), Gsm7, 3 },
        { Times(80, "€"), Gsm7, 1 },
        { Times(81, "€"), Gsm7, 2 },
        { Times(159, "a") + "€", Gsm7, 2 },
        { Times(152, "a") + "€" + Times(153, "a"), Gsm7, 3 },
        { Times(70, "م"), Ucs2, 1 },
        { Times(71, "م"), Ucs2, 2 },
        { Times(134, "م"), Ucs2, 2 },
        { Times(135, "م"), Ucs2, 3 },
        { Times(201, "م"), Ucs2, 3 },
        { Times(202, "م"), Ucs2, 4 },
        { Times(69, "م") + "👍", Ucs2, 2 },
        { Times(66, "م") + "👍" + Times(70, "م"), Ucs2, 3 },
        { Times(1600, "م"), Ucs2, 24 },
        { Times(1600, "a"), Gsm7, 11 },
        { "It’s ok", Ucs2, 1 },
        { "٥", Ucs2, 1 },
        { "نعم، شكراً", Ucs2, 1 },
        { Times(159, "a") + "\r\n", Gsm7, 2 },
        { Times(69, "م") + "\r\n", Ucs2, 2 },
        { "`", Ucs2, 1 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Of_AText_CountsAsTheProvider(string text, SmsEncoding encoding, int count)
    {
        var segments = SmsSegments.Of(text);

        Assert.Equal((encoding, count), (segments.Encoding, segments.Count));
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Texts)])]
    public bool Of_AnyText_PartsJoinToTheText(string text) => string.Concat(SmsSegments.Of(text).Parts) == text;

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Texts)])]
    public bool Of_AnyText_PartsFit(string text)
    {
        var segments = SmsSegments.Of(text);
        var (single, part) = segments.Encoding == Gsm7 ? (160, 153) : (70, 67);
        var most = segments.Count == 1 ? single : part;
        return segments.Parts.All(p => SmsSegments.UnitsOf(p, segments.Encoding) <= most && (p.Length > 0 || text.Length == 0));
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Texts)])]
    public bool Of_AnyText_NoPartEndsWithinASurrogatePair(string text)
    {
        var parts = SmsSegments.Of(text).Parts;
        return parts.Zip(parts.Skip(1)).All(cut => !char.IsSurrogatePair(cut.First[^1], cut.Second[0]));
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Texts)])]
    public bool Of_AnyText_TakesNoFewerPartsThanItsUnitsNeed(string text)
    {
        var segments = SmsSegments.Of(text);
        var units = SmsSegments.UnitsOf(text, segments.Encoding);
        var part = segments.Encoding == Gsm7 ? 153 : 67;
        return segments.Count == 1 || segments.Count >= (units + part - 1) / part;
    }

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>Texts of up to some 400 pieces of all kinds that are cut differently.</summary>
    private static class Texts
    {
        public static Arbitrary<string> Arbitrary() =>
            Gen.Elements("a", "€", "~", "م", "شَّ", "👍", "👨‍👩‍👧", "\r\n", " ", "٥", "é", "\ud83d").ArrayOf()
                .SelectMany(pieces => Gen.Choose(1, 40), (pieces, times) => Times(times, string.Concat(pieces)))
                .ToArbitrary();
    }
}
