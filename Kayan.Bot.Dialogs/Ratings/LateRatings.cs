using System.Globalization;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>
/// Ratings that come from outside their dialog: a button of a message that we sent, or a bare number, whatever else was said in between.
/// A button counts for the stage that its message asked about. A number counts for the one stage that the person was asked about in
/// the last three days; where there are several, or it is longer ago, it is asked back.
/// </summary>
internal sealed class LateRatings(IRatings ratings, TimeProvider time)
{
    /// <summary>The rating of one stage: its option follows.</summary>
    public const string Rate = "rate:";

    /// <summary>The question which stage is meant: its option follows.</summary>
    public const string Which = "which:";

    // The payloads of the buttons of our request for a rating are "rate:1" to "rate:5".
    private const string Button = "rate:";
    private const string RepliesTo = "repliesTo";

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(72);

    /// <summary>The stars of the button that was pressed, 1 to 5; null where it is no such button.</summary>
    public static int? Pressed(Activity activity) =>
        activity.Value is not null
        && Convert.ToString(activity.Value, CultureInfo.InvariantCulture) is { } payload
        && payload.StartsWith(Button, StringComparison.Ordinal)
        && int.TryParse(payload[Button.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var stars)
        && stars is >= 1 and <= 5 ? stars : null;

    /// <summary>What a button leads to; null where it leads to nothing and its words have to be understood.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="stars">What the button says.</param>
    /// <param name="isFree">No question is open that the words of the button may answer.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public async Task<string?> OfButtonAsync(ITurnContext turn, int stars, bool isFree, CancellationToken cancellationToken) =>
        RepliedTo(turn.Activity) is { Length: > 0 } message && await ratings.FindByMessageAsync(message, cancellationToken) is { } stage ? Of(stage, stars)
        : isFree ? await OfStarsAsync(stars, cancellationToken)
        : null;

    /// <summary>What a message leads to that is a number of stars and nothing more; null for any other, and where nobody was asked.</summary>
    public async Task<string?> OfTextAsync(string text, CancellationToken cancellationToken) =>
        RatingScale.Bare(text) is { } stars ? await OfStarsAsync(stars, cancellationToken) : null;

    /// <summary>What the first answer to our own request for a rating leads to; null where it is none, or nothing is open any more.</summary>
    public async Task<string?> OfAnswerAsync(string text, CancellationToken cancellationToken) =>
        RatingScale.Recognise(text) is { Kind: RatingAnswerKind.Rating } answer ? await OfStarsAsync(answer.Stars, cancellationToken) : null;

    /// <summary>The rating that the person wants to give by themselves; null where no stage waits for one.</summary>
    public async Task<string?> OfWishAsync(CancellationToken cancellationToken) =>
        await ratings.FindAskedAsync(cancellationToken) switch
        {
            [] => null,
            [var only] => Rate + RatingDialog.For(only.Stage.StageEntryId, RatingText.Service),
            var several => Which + WhichRatingDialog.For(several, stars: null),
        };

    private async Task<string?> OfStarsAsync(int stars, CancellationToken cancellationToken)
    {
        var asked = await ratings.FindAskedAsync(cancellationToken);
        var since = time.GetUtcNow() - Fresh;
        var fresh = asked.Where(rating => rating.At >= since).ToList();
        return (asked, fresh) switch
        {
            ([], _) => null,
            (_, [var only]) => Of(only.Stage, stars),
            (_, []) => Which + WhichRatingDialog.For(asked, stars),
            _ => Which + WhichRatingDialog.For(fresh, stars),
        };
    }

    private static string Of(RatedStage stage, int stars) =>
        Rate + RatingDialog.For(stage.StageEntryId, RatingText.Service, stars.ToString(CultureInfo.InvariantCulture));

    private static string? RepliedTo(Activity activity) =>
        activity.TryGetChannelData<Dictionary<string, string>>(out var data) ? data?.GetValueOrDefault(RepliesTo) : null;
}
