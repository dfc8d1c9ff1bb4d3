using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;

namespace Kayan.Bot.Dialogs.Faq;

/// <summary>The answer of an entry in the person's language; a misconception is put right gently.</summary>
internal sealed class FaqAnswer(Phrases phrases)
{
    public string Of(FaqEntry entry)
    {
        var answer = phrases.English ? entry.AnswerEn : entry.AnswerAr;
        return entry.IsMisconception ? $"{phrases.Get(FaqText.Misconception)}\n{answer}" : answer;
    }
}
