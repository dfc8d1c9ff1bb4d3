using System.Collections;
using System.Globalization;
using System.Resources;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Faq;
using Kayan.Bot.Templates;

namespace Kayan.Bot.Tests.Channels;

/// <summary>Every text in every language to everybody, against what each channel takes.</summary>
public sealed class MessageLimitsTests
{
    private static readonly string[] Longest = ["1000017", "جمعية كيان للأيتام – دعم تعليمي", "عبد العزيز بن عبد الله السالم", "10:30 صباحًا"];

    private static readonly string[] Numbers = ["911", "1919", "116111"];

    public static TheoryData<string> Texts => [.. Keys()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OnWhatsApp_IsWithinItsLimits(string key)
    {
        foreach (var text in Rendered(key, ChannelKind.WhatsApp))
        {
            Assert.InRange(text.Length, 1, TemplateDefinition.MaxBody); // also as the question of a menu
        }
    }

    /// <summary>Nothing of what we say is cut off. The notices, whose links are long, have a test of their own.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_AsATextMessage_TakesAtMostThreeParts(string key)
    {
        foreach (var text in Rendered(key, ChannelKind.Sms).Where(_ => !key.StartsWith("Notices.", StringComparison.Ordinal)))
        {
            Assert.InRange(Parts(text), 1, SmsSegments.MostParts);
        }
    }

    [Fact]
    public void Answer_OfEveryQuestion_IsWithinTheLimitsOfBoth()
    {
        foreach (var answer in FaqLibrary.Shipped.SelectMany(entry => (string[])[entry.AnswerAr, entry.AnswerEn, entry.QuestionAr, entry.QuestionEn]))
        {
            Assert.InRange(answer.Length, 1, TemplateDefinition.MaxBody);
            Assert.InRange(Parts(answer), 1, SmsSegments.MostParts);
        }
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(1601)]
    public void Rendering_OfAnythingLonger_CutsItBeforeTheProviderRefuses(int length)
    {
        var activity = Microsoft.Bot.Builder.MessageFactory.Text(string.Concat(Enumerable.Repeat("كلمة ", length / 5)));

        Assert.InRange(TwilioText.WhatsApp(activity).Length, 1, TwilioText.MaxLength);
        Assert.Equal(SmsSegments.MostParts, SmsSegments.Of(TwilioText.Sms(activity)).Count);
        Assert.InRange(TwilioText.Variable(TwilioText.WhatsApp(activity)).Length, 1, TwilioText.MaxVariable);
    }

    private static int Parts(string text) => SmsSegments.Of(TwilioText.WholeSms(Microsoft.Bot.Builder.MessageFactory.Text(text))).Count;

    private static IEnumerable<string> Keys() =>
        from type in typeof(CommonText).Assembly.GetTypes()
        where type.Namespace == typeof(CommonText).Namespace && type.Name.EndsWith("Text", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }
        let texts = new ResourceManager($"Kayan.Bot.Dialogs.Texts.{type.Name[..^4]}", type.Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, false)
        where texts is not null
        from key in texts.Cast<DictionaryEntry>()
        select $"{type.Name[..^4]}.{key.Key}";

    private static IEnumerable<string> Rendered(string key, ChannelKind channel)
    {
        foreach (var language in (string[])["ar", "en"])
        {
            foreach (var gender in Enum.GetValues<Gender>())
            {
                var conversation = new CurrentConversation { Language = language, Gender = gender, Channel = channel };
                var phrases = new Phrases(conversation);
                yield return new Replies(phrases, conversation, new SpokenDigits(true)).Plain(phrases.Get(key, key == HandoffText.Distress ? Numbers : Longest)).Text;
            }
        }
    }
}
