using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs;

// What is no words: pictures, papers, voice notes, places. Mostly only a human can make something of it, and of the words that go with it.
internal sealed partial class MainDialog
{
    private async Task<DialogTurnResult> OnWordlessAsync(DialogContext dc, CancellationToken cancellationToken) => Attached.To(dc.Context.Activity) switch
    {
        AttachedKind.Voice => await HandOverAsync(dc, HandoffReason.VoiceNote, cancellationToken),
        AttachedKind.Paper => await OnPaperAsync(dc, cancellationToken),
        AttachedKind.Film => await OfferOrSayAsync(dc, HandoffText.OfferAttachment, CommonText.Attachment, cancellationToken),
        AttachedKind.Contact => await OfferOrSayAsync(dc, HandoffText.OfferContact, CommonText.Contact, cancellationToken),
        AttachedKind.Location => await OfferOrSayAsync(dc, HandoffText.OfferLocation, CommonText.Location, cancellationToken),
        AttachedKind.Sticker => await SayAndRepeatAsync(dc, CommonText.Sticker, cancellationToken),
        AttachedKind.NotTaken => await SayAndRepeatAsync(dc, CommonText.FileNotTaken, cancellationToken),
        _ => await SayAndRepeatAsync(dc, CommonText.Unsupported, cancellationToken),
    };

    /// <summary>A picture or a document: perhaps a paper that one of the person's requests waits for.</summary>
    private async Task<DialogTurnResult> OnPaperAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (PaperDesk.IsAsking(dc))
        {
            await papers.KeepAsync(dc.Context, more: true, cancellationToken);
            return await RepeatAsync(dc, cancellationToken);
        }

        if (await talk.IsBusyAsync(dc, cancellationToken) || (await papers.MissingAsync(cancellationToken)).Count == 0)
        {
            return await OfferOrSayAsync(dc, HandoffText.OfferAttachment, CommonText.Attachment, cancellationToken);
        }

        await dc.CancelAllDialogsAsync(cancellationToken);
        await papers.KeepAsync(dc.Context, more: false, cancellationToken);
        return await dc.BeginDialogAsync(nameof(PaperDialog), null, cancellationToken);
    }

    /// <summary>Offers a human; in the middle of something else that is only said.</summary>
    private Task<DialogTurnResult> OfferOrSayAsync(DialogContext dc, string offer, string said, CancellationToken cancellationToken) =>
        dc.ActiveDialog is null ? OfferAsync(dc, offer, cancellationToken) : SayAndRepeatAsync(dc, said, cancellationToken);

    private async Task<DialogTurnResult> SayAndRepeatAsync(DialogContext dc, string text, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(replies.Text(text), cancellationToken);
        return await RepeatAsync(dc, cancellationToken);
    }

    /// <summary>A file that was announced could not be taken. Where a human has the conversation, the human sees it.</summary>
    private async Task<DialogTurnResult> OnRefusedAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (conversation.Handoff == HandoffState.Human)
        {
            return dc.ActiveDialog is null ? Done : EndOfTurn;
        }

        var text = dc.Context.Activity.Value?.ToString() switch
        {
            BotEvents.FileKindNotTaken => DocumentsText.RefusedKind,
            BotEvents.FileTooLarge => DocumentsText.RefusedSize,
            _ => DocumentsText.RefusedFetch,
        };
        await dc.Context.SendActivityAsync(replies.Text(text), cancellationToken);
        if (!PaperDesk.IsAsking(dc))
        {
            return dc.ActiveDialog is null ? Done : EndOfTurn;
        }

        // What was to become of it needs no answer any more.
        await dc.CancelAllDialogsAsync(cancellationToken);
        return Done;
    }
}
