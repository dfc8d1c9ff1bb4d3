namespace Kayan.Bot.Domain.Faq;

/// <summary>What the matcher makes of a message.</summary>
public enum FaqOutcome
{
    /// <summary>The first candidate is the answer.</summary>
    Answered,

    /// <summary>One of the candidates is likely; ask which.</summary>
    Unsure,

    /// <summary>None of the entries has to do with it.</summary>
    OutOfScope,
}
