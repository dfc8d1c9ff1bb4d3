using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>Understands a few sentences, letter by letter, so that the conversation tests do not depend on what the matcher learnt.</summary>
internal sealed class KnownQuestions : IFaq
{
    private static readonly FaqEntry[] Entries =
    [
        Entry("duration", "كم مدة دراسة الطلب؟", "How long does it take?", "لا تقل عن أسبوعين.", "Not less than two weeks."),
        Entry("papers", "ما الأوراق المطلوبة؟", "Which papers are needed?", "يحددها الموظف.", "A colleague names them.", offersHuman: true),
        Entry("rating-harm", "هل يؤثر التقييم على مساعدتي؟", "Does my rating affect my help?", "لا يؤثر أبدًا.", "It never does.", isMisconception: true),
    ];

    private static readonly Dictionary<string, Intent> Wishes = Intents.All
        .SelectMany(intent => intent.Phrasings, (intent, phrasing) => (Key: Fold(phrasing), intent.Intent))
        .Append((Key: Fold("حالة طلبي"), Intent: Intent.Status))
        .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Intent);

    public FaqEntry? Find(string key) => Array.Find(Entries, entry => entry.Key == key);

    public FaqMatch Match(string text)
    {
        var folded = Fold(text);
        if (Wishes.TryGetValue(folded, out var intent))
        {
            return new(FaqOutcome.Answered, [new(null, intent, 1)], 1, 1);
        }

        var entry = Array.Find(Entries, entry => Fold(entry.QuestionAr) == folded || Fold(entry.QuestionEn) == folded);
        if (entry is not null)
        {
            return new(FaqOutcome.Answered, [new(entry.Key, null, 1)], 1, 1);
        }

        return folded.StartsWith("غامض", StringComparison.Ordinal)
            ? new(FaqOutcome.Unsure, [new("duration", null, 1), new("papers", null, 0.9), new(null, Intent.Status, 0.8)], 0.4, 0.5)
            : FaqMatch.Nothing;
    }

    private static string Fold(string text) => ArabicText.FoldLoosely(text).Trim(' ', '?', '.');

    private static FaqEntry Entry(
        string key, string questionAr, string questionEn, string answerAr, string answerEn, bool offersHuman = false, bool isMisconception = false) => new()
        {
            Key = key,
            Category = "test",
            QuestionAr = questionAr,
            QuestionEn = questionEn,
            AnswerAr = answerAr,
            AnswerEn = answerEn,
            Phrasings = [],
            OffersHuman = offersHuman,
            IsMisconception = isMisconception,
        };
}
