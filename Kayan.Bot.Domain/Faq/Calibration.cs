namespace Kayan.Bot.Domain.Faq;

/// <summary>Turns scores into probabilities and the three outcomes.</summary>
internal static class Calibration
{
    // Fitted on ArBanking77 and on 640 questions to the shipped entries that were written without knowing their phrasings: three in
    // four are answered, of all of them one in forty wrongly; the others are offered the best three.
    private const double OutOfScopeBelow = 0.3;
    private const double AnswerFrom = 0.5;
    private const double ConfidentFrom = 0.85;

    /// <summary>
    /// How likely a message is about anything known, from its nearness to a class and how much more it fits one than the background.
    /// </summary>
    public static double Similarity(float nearness, float lead) => Logistic(10 * (nearness + (0.2f * lead) - 0.35));

    public static FaqMatch Decide(FaqCandidate[] best, double similarity)
    {
        var gap = best.Length > 1 ? best[0].Score - best[1].Score : best[0].Score;
        var confidence = Logistic((0.5 * gap) + (4 * similarity) - 4);
        var outcome = similarity < OutOfScopeBelow ? FaqOutcome.OutOfScope
            : similarity >= AnswerFrom && confidence >= ConfidentFrom ? FaqOutcome.Answered
            : FaqOutcome.Unsure;
        return new(outcome, best, confidence, similarity);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
