namespace Kayan.Bot.Domain.Language;

/// <summary>What an answer to "rate from 1 to 5" says.</summary>
/// <param name="Kind">A rating, a rating on another scale, or something else.</param>
/// <param name="Stars">1–5 when <see cref="RatingAnswerKind.Rating"/>, else 0.</param>
public readonly record struct RatingAnswer(RatingAnswerKind Kind, int Stars)
{
    /// <summary>Not an answer to the question.</summary>
    public static RatingAnswer None => new(RatingAnswerKind.NotARating, 0);

    /// <summary>A number on another scale: the question is asked again, with the scale.</summary>
    public static RatingAnswer OtherScale => new(RatingAnswerKind.OtherScale, 0);

    /// <summary>A rating from 1 to 5.</summary>
    /// <param name="stars">1–5.</param>
    public static RatingAnswer Of(int stars) => new(RatingAnswerKind.Rating, stars);
}
