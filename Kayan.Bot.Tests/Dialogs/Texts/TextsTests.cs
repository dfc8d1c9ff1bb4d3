using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Dialogs.Texts;

public sealed class TextsTests
{
    private static readonly string[] Plurals = [DatesText.Ago, VerificationText.WrongCode];

    private static readonly string[] Arguments = ["1000017", "دعم تعليمي", "نورة", "8:00"];

    private static IReadOnlyList<string> Keys { get; } =
    [
        .. typeof(CommonText).Assembly.GetTypes().Where(type => type.Namespace == typeof(CommonText).Namespace && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Where(key => !Plurals.Contains(key)),
        .. Enum.GetValues<RequestStage>().SelectMany(stage => (string[])[StatusText.Stage(stage), StatusText.Next(stage)]),
        .. Enum.GetValues<Intent>().Select(FaqText.Intent),
    ];

    private static IReadOnlyList<string> AllKeys { get; } =
        [.. Keys, .. Plurals.SelectMany(key => Enum.GetNames<PluralForm>().Select(form => $"{key}_{form}"))];

    public static TheoryData<string> Texts => [.. AllKeys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_InBothLanguages_RendersWithoutGaps(string key)
    {
        foreach (var language in (string[])["ar", "en"])
        {
            var text = Own(key, language);

            Assert.False(string.IsNullOrWhiteSpace(text));
            var rendered = string.Format(CultureInfo.InvariantCulture, text, [.. Arguments]);
            Assert.DoesNotContain('{', rendered);
            Assert.DoesNotContain('}', rendered);
            Assert.Equal(text.Trim(), text);
        }
    }

    /// <summary>Every text as every person would read it: in both languages, to a man, to a woman and to somebody not known.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_ToEverybody_HasNoMarkLeft(string key)
    {
        foreach (var language in (string[])["ar", "en"])
        {
            foreach (var gender in Enum.GetValues<Gender>())
            {
                var said = new Phrases(new CurrentConversation { Language = language, Gender = gender }).Get(key, Arguments);

                Assert.DoesNotMatch(@"[\[\]{}]|  |^ | $", said.Replace('\n', '¶'));
                Assert.DoesNotContain(key.EndsWith("Months", StringComparison.Ordinal) || key.EndsWith("Weekdays", StringComparison.Ordinal) ? "\0" : "|", said, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(Gender.Male, "حياك الله أخي الكريم في جمعية كيان.")]
    [InlineData(Gender.Female, "حياك الله أختي الكريمة في جمعية كيان.")]
    [InlineData(Gender.Unknown, "حياك الله في جمعية كيان.")]
    public void Greeting_SpeaksToWhoIsThere(Gender gender, string begins) =>
        Assert.StartsWith(begins, new Phrases(new CurrentConversation { Gender = gender }).Get(GreetingText.Hello), StringComparison.Ordinal);

    /// <summary>The six Arabic forms and the English ones, for every text that counts.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void Count_OfEveryFormOfEveryText_IsThere(string language)
    {
        long[] counts = [0, 1, 2, 3, 10, 11, 99, 100, 103, 111];
        foreach (var (key, count) in Plurals.SelectMany(key => counts.Select(count => (key, count))))
        {
            foreach (var gender in Enum.GetValues<Gender>())
            {
                var said = new Phrases(new CurrentConversation { Language = language, Gender = gender }).Count(key, count);

                Assert.DoesNotMatch(@"[\[\]{}|]", said);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_InBothLanguages_TakesTheSameArguments(string key)
    {
        // A count may stand in words in some forms ("يومان") and in digits in others.
        Assert.True(Plurals.Any(plural => key.StartsWith(plural, StringComparison.Ordinal)) || Places(Own(key, "ar")).SetEquals(Places(Own(key, "en"))), key);
    }

    [Fact]
    public void Resources_HoldNothingThatNobodySays()
    {
        Assert.All(Areas(), area => Assert.All(Entries(area, "ar").Concat(Entries(area, "en")), entry => Assert.Contains(entry, AllKeys)));
    }

    [Theory]
    [InlineData(0, "منذ اليوم")]
    [InlineData(1, "منذ أمس")]
    [InlineData(2, "منذ يومين")]
    [InlineData(3, "منذ 3 أيام")]
    [InlineData(10, "منذ 10 أيام")]
    [InlineData(11, "منذ 11 يومًا")]
    [InlineData(99, "منذ 99 يومًا")]
    [InlineData(100, "منذ 100 يوم")]
    [InlineData(103, "منذ 103 أيام")]
    public void Count_InArabic_TakesItsForm(int count, string said) =>
        Assert.Equal(said, new Phrases(new CurrentConversation()).Count(DatesText.Ago, count));

    [Theory]
    [InlineData(1, "since yesterday")]
    [InlineData(2, "for 2 days")]
    [InlineData(11, "for 11 days")]
    public void Count_InEnglish_TakesItsForm(int count, string said) =>
        Assert.Equal(said, new Phrases(new CurrentConversation { Language = "en" }).Count(DatesText.Ago, count));

    [Theory]
    [InlineData("رقم 1000017", "رقم \u20681000017\u2069")]
    [InlineData("اكتب English الآن", "اكتب \u2068English\u2069 الآن")]
    [InlineData("طلب رقم 4567 (تحديث IBAN) بتاريخ 12/6/1448", "طلب رقم 4567 (تحديث \u2068IBAN\u2069) بتاريخ \u206812/6/1448\u2069")]
    [InlineData("هاتف: +966533155582", "هاتف: \u2068+966533155582\u2069")]
    [InlineData("www.kayan.org.sa", "www.kayan.org.sa")]
    [InlineData("رقم \u2068787\u2069 و\u206812345\u2069", "رقم \u2068787\u2069 و\u206812345\u2069")]
    [InlineData("6. English", "\u200F6. \u2068English\u2069")]
    [InlineData("منذ 3 أيام", "منذ 3 أيام")]
    public void Arabic_WithNumbersAndLatin_IsolatesThem(string text, string shown) => Assert.Equal(shown, Isolates.Around(text));

    [Theory]
    [InlineData("منذ 11 يومًا", "منذ ١١ يومًا")]
    [InlineData("1. متابعة طلبي\n2. English", "١. متابعة طلبي\n٢. English")]
    [InlineData("مكتبنا يعود الأحد 8:00 صباحًا", "مكتبنا يعود الأحد ٨:٠٠ صباحًا")]
    [InlineData("10 جمادى الآخرة 1448 الموافق 20 نوفمبر 2026م", "١٠ جمادى الآخرة ١٤٤٨ الموافق ٢٠ نوفمبر ٢٠٢٦م")]
    [InlineData("من 1 (ضعيفة) إلى 5 (ممتازة)", "من ١ (ضعيفة) إلى ٥ (ممتازة)")]
    [InlineData("طلبك رقم 1000017، وللقائمة 0.", "طلبك رقم 1000017، وللقائمة ٠.")]
    [InlineData("رقم الطوارئ \u2068911\u2069 خلال 5 دقائق", "رقم الطوارئ \u2068911\u2069 خلال ٥ دقائق")]
    [InlineData("جوال: 0533155582 أو +966533155582", "جوال: 0533155582 أو +966533155582")]
    [InlineData("https://kayan.org.sa/s/12 أو a1@kayan.org.sa", "https://kayan.org.sa/s/12 أو a1@kayan.org.sa")]
    public void ArabicDigits_WhereTheAssociationChoseThem_LeaveWhatIsDialledAlone(string text, string written)
    {
        Assert.Equal(written, new SpokenDigits(true).Write(text));
        Assert.Equal(text, new SpokenDigits(false).Write(text));
    }

    [Theory]
    [InlineData("ar", "منذ ٣ أيام")]
    [InlineData("en", "منذ 3 أيام")]
    public void Reply_InArabic_IsWrittenInTheChosenDigits(string language, string said)
    {
        var conversation = new CurrentConversation { Language = language, Channel = ChannelKind.WebChat };
        var replies = new Replies(new Phrases(conversation), conversation, new SpokenDigits(true));

        Assert.Equal(said, replies.Plain("منذ 3 أيام").Text);
        var button = Assert.Single(replies.Ask("كيف كانت الخدمة؟", ["3"], "").SuggestedActions?.Actions ?? []);
        Assert.Equal((said.Contains('٣', StringComparison.Ordinal) ? "٣" : "3", "3"), (button.Title, button.Value));
    }

    [Fact]
    public void Sms_Never_CarriesDirectionMarks()
    {
        var conversation = new CurrentConversation { Channel = ChannelKind.Sms };
        var replies = new Replies(new Phrases(conversation), conversation, new SpokenDigits(false));

        var text = replies.Choose("رقم \u20681000017\u2069", ["English"]).Text;

        Assert.Equal(ArabicText.WithoutDirectionMarks(text), text);
    }

    private static IEnumerable<string> Areas() => Keys.Select(key => key.Split('.')[0]).Distinct();

    private static string Own(string key, string language)
    {
        var text = Set(key.Split('.')[0], language).GetString(key.Split('.')[1]);
        Assert.True(text is not null, $"{key} is missing in {language}");
        return text;
    }

    private static IEnumerable<string> Entries(string area, string language) =>
        Set(area, language).Cast<DictionaryEntry>().Select(entry => $"{area}.{entry.Key}");

    private static ResourceSet Set(string area, string language) =>
        new ResourceManager($"Kayan.Bot.Dialogs.Texts.{area}", typeof(CommonText).Assembly)
            .GetResourceSet(language == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;

    private static HashSet<string> Places(string text) =>
        [.. Enumerable.Range(0, 4).Select(n => string.Create(CultureInfo.InvariantCulture, $"{{{n}}}")).Where(place => text.Contains(place, StringComparison.Ordinal))];
}
