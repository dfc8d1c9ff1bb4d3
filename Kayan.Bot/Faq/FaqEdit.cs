namespace Kayan.Bot.Faq;

/// <summary>What the staff may change of an entry.</summary>
/// <param name="QuestionAr">The question in Arabic.</param>
/// <param name="AnswerAr">The answer in Arabic; it fits in three parts of an SMS.</param>
/// <param name="Phrasings">Other ways of asking it in Arabic.</param>
/// <param name="QuestionEn">The question in English.</param>
/// <param name="AnswerEn">The answer in English.</param>
/// <param name="PhrasingsEn">Other ways of asking it in English.</param>
internal sealed record FaqEdit(
    string QuestionAr, string AnswerAr, IReadOnlyList<string> Phrasings,
    string QuestionEn, string AnswerEn, IReadOnlyList<string> PhrasingsEn);
