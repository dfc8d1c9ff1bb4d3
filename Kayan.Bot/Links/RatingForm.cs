using Kayan.Bot.Domain.Ratings;

namespace Kayan.Bot.Links;

/// <summary>The rating of a stage as the page shows it, and as it comes back.</summary>
/// <param name="Number">The request's number.</param>
/// <param name="ServedBy">The member of staff who serves the request, where one is named.</param>
/// <param name="Service">1 to 5; null where not answered.</param>
/// <param name="Procedure">1 to 5; null where not answered.</param>
/// <param name="Server">1 to 5; null where not answered.</param>
/// <param name="Words">The person's own words.</param>
public sealed record RatingForm(string Number, string? ServedBy, int? Service, int? Procedure, int? Server, string? Words)
{
    /// <summary>Whether any answer is a low one.</summary>
    public bool IsLow => Service <= StageRating.LowUpTo || Procedure <= StageRating.LowUpTo || Server <= StageRating.LowUpTo;

    /// <summary>The answers of the form that was sent; whatever is no number from 1 to 5 is no answer.</summary>
    internal RatingForm With(IFormCollection sent) => this with
    {
        Service = Stars(sent["service"]),
        Procedure = Stars(sent["procedure"]),
        Server = Stars(sent["server"]),
        Words = sent["words"].ToString().Trim(),
    };

    private static int? Stars(string? sent) => sent is [>= '1' and <= '5'] ? sent[0] - '0' : null;
}
