using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Dialogs.Texts;

/// <summary>What the service says first as a text message: at most three parts with its link, and nothing that asks for an answer.</summary>
public sealed class TextMessagesTests
{
    private const int MostParts = 3;

    // An address of 64 characters: longer than that of any host that fits a brand.
    private static readonly string Link = $"https://{new string('m', 32)}.example.org/s/abcdefghjkmn";

    public static TheoryData<FollowUpKind, RequestStage, string> Everything
    {
        get
        {
            TheoryData<FollowUpKind, RequestStage, string> all = [];
            foreach (var rule in FollowUpPlan.Rules.DistinctBy(rule => (rule.Kind, rule.Stage)))
            {
                all.Add(rule.Kind, rule.Stage, "ar");
                all.Add(rule.Kind, rule.Stage, "en");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Text_WithLink_TakesAtMostThreePartsAndOffersTheEnd(FollowUpKind kind, RequestStage stage, string language)
    {
        foreach (var gender in Enum.GetValues<Gender>())
        {
            foreach (var arabicDigits in (bool[])[true, false])
            {
                var text = Sms(NoticeForms.Of(kind, stage).Sms, language, gender, arabicDigits, "1000017", Link);

                Assert.InRange(SmsSegments.Of(text).Count, 1, MostParts);
                Assert.EndsWith(": " + Link, text, StringComparison.Ordinal);
                Assert.Contains(language == "en" ? "stop our messages" : "إيقاف رسائلنا", text, StringComparison.Ordinal);
                Assert.Contains("1000017", text, StringComparison.Ordinal);
                foreach (var asking in (string[])["اكتب", "كتابة", "تكفي", "أرسل", "1 (", "write", "reply", "send"])
                {
                    Assert.DoesNotContain(asking, text, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Text_WhereItCanBeAnswered_TakesAtMostThreePartsToo(FollowUpKind kind, RequestStage stage, string language)
    {
        var text = Sms(NoticeForms.Of(kind, stage).Text, language, Gender.Unknown, false, "1000017");

        Assert.InRange(SmsSegments.Of(text).Count, 1, MostParts);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void Code_TakesOnePart(string language) =>
        Assert.Equal(1, SmsSegments.Of(Sms(VerificationText.Sms, language, Gender.Unknown, true, "123456")).Count);

    private static string Sms(string key, string language, Gender gender, bool arabicDigits, params string[] args)
    {
        var conversation = new CurrentConversation { Language = language, Gender = gender, Channel = ChannelKind.Sms };
        return new Replies(new Phrases(conversation), conversation, new SpokenDigits(arabicDigits)).Sms(key, args);
    }
}
