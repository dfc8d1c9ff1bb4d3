using System.Globalization;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Documents;

/// <summary>Asks which of the missing papers it is that the person has sent, and hands it in.</summary>
internal sealed class PaperDialog : WaterfallDialog
{
    private const int MostChoices = 8;
    private const string Other = "other";

    private readonly PaperDesk desk;
    private readonly Phrases phrases;
    private readonly Replies replies;

    public PaperDialog(PaperDesk desk, Phrases phrases, Replies replies)
        : base(nameof(PaperDialog))
    {
        (this.desk, this.phrases, this.replies) = (desk, phrases, replies);
        AddStep(AskAsync);
        AddStep(TakeAsync);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var papers = await desk.MissingAsync(cancellationToken);
        var ofSeveral = papers.Select(paper => paper.RequestNumber).Distinct().Count() > 1;
        var choices = papers.Take(MostChoices).Select(paper => (
            paper.Id.ToString(CultureInfo.InvariantCulture),
            ofSeveral ? Line.Of(DocumentsText.ChoiceOf, paper.Name, paper.RequestNumber) : Line.Literal(paper.Name, paper.Name)));
        return await step.PromptAsync(
            KayanPrompts.Option, Ask.Choice(DocumentsText.Which, choices.Append((Other, DocumentsText.Other))), cancellationToken);
    }

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (step.Result is Other)
        {
            return await step.EndDialogAsync(Next.ToHuman(HandoffReason.NeedsColleague), cancellationToken);
        }

        if (step.Result is not string chosen || !long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return await step.EndDialogAsync(Next.Instead(step.Context), cancellationToken);
        }

        var papers = await desk.MissingAsync(cancellationToken);
        if (papers.FirstOrDefault(paper => paper.Id == id) is not { } paper || !await desk.SubmitAsync(step.Context, id, cancellationToken))
        {
            return await step.EndDialogAsync(Next.ToOffer(HandoffReason.NeedsColleague, HandoffText.OfferAttachment), cancellationToken);
        }

        var rest = papers.Where(other => other.Id != id && other.RequestNumber == paper.RequestNumber).Select(other => phrases.Get(StatusText.PaperMissing, other.Name));
        var left = string.Join('\n', rest);
        var next = left.Length > 0 ? phrases.Get(DocumentsText.Rest, left) : phrases.Get(DocumentsText.Complete);
        await step.Context.SendActivityAsync(replies.Plain($"{phrases.Get(DocumentsText.Submitted, paper.Name)}\n\n{next}"), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }
}
