using System.Globalization;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Ratings;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>
/// Asks for the service, the procedure, the person who served and free words. Each answer is kept at once, so that whoever
/// leaves after the first has rated. The option is made by <see cref="For"/>.
/// </summary>
internal sealed class RatingDialog : WaterfallDialog
{
    private const string Entry = "entry";
    private const string Low = "low";

    private readonly IRatings ratings;
    private readonly Replies replies;

    public RatingDialog(IRatings ratings, Replies replies)
        : base(nameof(RatingDialog))
    {
        (this.ratings, this.replies) = (ratings, replies);
        AddStep(AskServiceAsync);
        AddStep(AskProcedureAsync);
        AddStep(AskServerAsync);
        AddStep(AskWordsAsync);
        AddStep(ThankAsync);
    }

    /// <summary>The stage to rate, the text of the first question, and the stars where the first answer is given already.</summary>
    public static string For(long stageEntryId, string question, string stars = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{stageEntryId}|{question}|{stars}");

    private async Task<DialogTurnResult> AskServiceAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var options = ((string)step.Options).Split('|');
        step.Values[Entry] = options[0];
        if (await StageAsync(step, cancellationToken) is not { } stage)
        {
            return await step.EndDialogAsync(null, cancellationToken);
        }

        return options[2].Length > 0
            ? await step.NextAsync(options[2], cancellationToken)
            : await step.PromptAsync(KayanPrompts.Rating, Ask.For(options[1], stage.Number).Again(RatingText.ServiceAgain), cancellationToken);
    }

    private async Task<DialogTurnResult> AskProcedureAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result as string == Skip.Answer)
        {
            await step.Context.SendActivityAsync(replies.Text(RatingText.Skipped), cancellationToken);
            return await step.EndDialogAsync(null, cancellationToken);
        }

        return await KeepAsync(step, RatedPart.Service, cancellationToken) is null
            ? await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken)
            : await step.PromptAsync(KayanPrompts.Rating, Ask.For(RatingText.Procedure).Again(RatingText.ProcedureAgain), cancellationToken);
    }

    private async Task<DialogTurnResult> AskServerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (await KeepAsync(step, RatedPart.Procedure, cancellationToken) is not { } stage)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        return stage.ServedBy is { Length: > 0 } name
            ? await step.PromptAsync(KayanPrompts.Rating, Ask.For(RatingText.Server, name), cancellationToken)
            : await step.NextAsync(Skip.Answer, cancellationToken);
    }

    private async Task<DialogTurnResult> AskWordsAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        await KeepAsync(step, RatedPart.Server, cancellationToken) is null
            ? await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken)
            : await step.PromptAsync(KayanPrompts.Words, Ask.For(RatingText.Words), cancellationToken);

    private async Task<DialogTurnResult> ThankAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is not string words)
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        if (words != Skip.Answer && await StageAsync(step, cancellationToken) is { } stage)
        {
            await ratings.AddWordsAsync(stage, words, cancellationToken);
        }

        var thanks = step.Values.ContainsKey(Low) ? RatingText.DoneLow : RatingText.Done;
        await step.Context.SendActivityAsync(replies.Text(thanks), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<RatedStage?> KeepAsync(WaterfallStepContext step, RatedPart part, CancellationToken cancellationToken)
    {
        if (step.Result is not string answer || await StageAsync(step, cancellationToken) is not { } stage)
        {
            return null;
        }

        if (answer != Skip.Answer)
        {
            var stars = int.Parse(answer, CultureInfo.InvariantCulture);
            await ratings.RateAsync(stage, part, stars, cancellationToken);
            if (stars <= StageRating.LowUpTo)
            {
                step.Values[Low] = true;
            }
        }

        return stage;
    }

    private Task<RatedStage?> StageAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        ratings.FindStageAsync(long.Parse((string)step.Values[Entry], CultureInfo.InvariantCulture), cancellationToken);
}
