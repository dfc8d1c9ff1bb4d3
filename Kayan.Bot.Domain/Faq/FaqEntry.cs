namespace Kayan.Bot.Domain.Faq;

/// <summary>One question that people ask, with its answer and the many ways of asking it.</summary>
public sealed class FaqEntry
{
    /// <summary>Stable name: "committee-duration".</summary>
    public required string Key { get; init; }

    /// <summary>The group it is listed under: "requests".</summary>
    public required string Category { get; init; }

    /// <summary>The canonical question in Arabic.</summary>
    public required string QuestionAr { get; init; }

    /// <summary>The canonical question in English.</summary>
    public required string QuestionEn { get; init; }

    /// <summary>The answer in Arabic.</summary>
    public required string AnswerAr { get; init; }

    /// <summary>The answer in English.</summary>
    public required string AnswerEn { get; init; }

    /// <summary>Other ways of asking it, half of them in Saudi dialect.</summary>
    public required IReadOnlyList<string> Phrasings { get; init; }

    /// <summary>Ways of asking it in English.</summary>
    public IReadOnlyList<string> PhrasingsEn { get; init; } = [];

    /// <summary>The document the answer comes from.</summary>
    public FaqSource Source { get; init; }

    /// <summary>Where in that document: "rule-6".</summary>
    public string SourceReference { get; init; } = "";

    /// <summary>True when the entry corrects a common misconception (تصحيح المفاهيم السائدة).</summary>
    public bool IsMisconception { get; init; }

    /// <summary>True when the documents do not settle the question, so that the answer goes with the offer of a colleague.</summary>
    public bool OffersHuman { get; init; }
}
