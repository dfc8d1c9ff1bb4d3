using System.Globalization;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>Which stage a rating is for, or whether it is one at all. The option is made by <see cref="For"/>.</summary>
internal sealed class WhichRatingDialog : WaterfallDialog
{
    private const string Stars = "stars";
    private const string None = "none";
    private const int MostChoices = 6;

    private readonly IRatings ratings;
    private readonly Phrases phrases;

    public WhichRatingDialog(IRatings ratings, Phrases phrases)
        : base(nameof(WhichRatingDialog))
    {
        (this.ratings, this.phrases) = (ratings, phrases);
        AddStep(AskAsync);
        AddStep(RateAsync);
    }

    /// <summary>The stages that may be meant, and the stars where they are given already.</summary>
    public static string For(IReadOnlyList<AskedRating> asked, int? stars) => string.Create(
        CultureInfo.InvariantCulture, $"{stars}|{string.Join('|', asked.Take(MostChoices).Select(rating => rating.Stage.StageEntryId))}");

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var parts = ((string)step.Options).Split('|');
        step.Values[Stars] = parts[0];
        List<(string Id, string Label)> choices = [];
        foreach (var entry in parts[1..])
        {
            if (await ratings.FindStageAsync(long.Parse(entry, CultureInfo.InvariantCulture), cancellationToken) is { } stage)
            {
                choices.Add((entry, Line.Of(RatingText.Choice, stage.Number, phrases.Get(StatusText.Stage(stage.Stage)))));
            }
        }

        var question = parts[0].Length == 0 ? RatingText.WhichToRate : Line.Of(choices.Count > 1 ? RatingText.Which : RatingText.Meant, parts[0]);
        return await step.PromptAsync(KayanPrompts.Option, Ask.Choice(question, choices.Append((None, RatingText.SomethingElse))), cancellationToken);
    }

    private static async Task<DialogTurnResult> RateAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string chosen)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        return chosen == None
            ? await step.EndDialogAsync(Next.ToDo(Intent.Menu), cancellationToken)
            : await step.ReplaceDialogAsync(
                nameof(RatingDialog),
                RatingDialog.For(long.Parse(chosen, CultureInfo.InvariantCulture), RatingText.Service, (string)step.Values[Stars]),
                cancellationToken);
    }
}
