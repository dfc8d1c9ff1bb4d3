namespace Kayan.Bot.Domain.Language;

/// <summary>The kinds of answer to "rate from 1 to 5".</summary>
public enum RatingAnswerKind
{
    /// <summary>Not an answer to the question.</summary>
    NotARating,

    /// <summary>A rating from 1 to 5.</summary>
    Rating,

    /// <summary>10/10, 90%, 4.5: the scale is not guessed, the question is asked again.</summary>
    OtherScale,
}
