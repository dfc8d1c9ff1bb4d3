namespace Kayan.Bot.Domain.Faq;

/// <summary>What the matcher makes of one message.</summary>
/// <param name="Outcome">Answered, unsure or out of scope.</param>
/// <param name="Candidates">The best three, best first; empty when nothing in the message is known.</param>
/// <param name="Confidence">0–1: how likely the first candidate is right, given that one of the entries is.</param>
/// <param name="Similarity">0–1: how near the message lies to anything the matcher knows. Low means out of scope.</param>
public sealed record FaqMatch(FaqOutcome Outcome, IReadOnlyList<FaqCandidate> Candidates, double Confidence, double Similarity)
{
    /// <summary>Nothing in the message is known.</summary>
    public static FaqMatch Nothing { get; } = new(FaqOutcome.OutOfScope, [], 0, 0);

    /// <summary>The key of the best entry, when it is the answer.</summary>
    public string? AnswerKey => Outcome == FaqOutcome.Answered ? Candidates[0].Key : null;

    /// <summary>The intent, when the message is one for certain.</summary>
    public Intent? Intent => Outcome == FaqOutcome.Answered ? Candidates[0].Intent : null;
}
