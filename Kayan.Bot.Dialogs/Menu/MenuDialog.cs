using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.FollowUps;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Menu;

/// <summary>The main menu. The option may be <see cref="FirstContact"/>, or the place of a choice that was made already.</summary>
internal sealed class MenuDialog : WaterfallDialog
{
    public const string FirstContact = "first";

    /// <summary>The choices in the order shown: a text key each, which is also the choice's id.</summary>
    public static readonly IReadOnlyList<string> Choices =
        [MenuText.Status, MenuText.Question, MenuText.Rating, MenuText.Contact, MenuText.Human, MenuText.Language];

    private readonly Subscription subscription;
    private readonly Talk talk;
    private readonly WorkingCalendar calendar;
    private readonly TimeProvider time;
    private readonly Phrases phrases;
    private readonly Replies replies;
    private readonly DatePhrases dates;

    public MenuDialog(
        Subscription subscription, Talk talk, WorkingCalendar calendar, TimeProvider time, Phrases phrases, Replies replies, DatePhrases dates)
        : base(nameof(MenuDialog))
    {
        (this.subscription, this.talk, this.calendar, this.time) = (subscription, talk, calendar, time);
        (this.phrases, this.replies, this.dates) = (phrases, replies, dates);
        AddStep(AskAsync);
        AddStep(FollowAsync);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var option = step.Options as string;
        if (option is { Length: > 0 } and not FirstContact)
        {
            return await step.NextAsync(option, cancellationToken);
        }

        var withConsent = option == FirstContact && subscription.IsOffered && !await talk.IsConsentAskedAsync(step.Context, cancellationToken);
        if (withConsent)
        {
            await talk.SetConsentAskedAsync(step.Context, cancellationToken);
        }

        var prompt = withConsent ? KayanPrompts.MenuWithConsent : KayanPrompts.Menu;
        return await step.PromptAsync(prompt, Ask.Choice(MenuText.Title, Choices.Select(key => (key, key))), cancellationToken);
    }

    private async Task<DialogTurnResult> FollowAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        switch (step.Result)
        {
            case YesNoPrompt.Yes or YesNoPrompt.No:
                await subscription.AnswerAsync(step.Context, step.Result is YesNoPrompt.Yes, cancellationToken);
                return await step.ReplaceDialogAsync(Id, null, cancellationToken);
            case MenuText.Question:
                await step.Context.SendActivityAsync(replies.Text(MenuText.AskQuestion), cancellationToken);
                return await step.EndDialogAsync(null, cancellationToken);
            case MenuText.Contact:
                await step.Context.SendActivityAsync(replies.Text(MenuText.ContactText, Hours()), cancellationToken);
                return await step.EndDialogAsync(null, cancellationToken);
            default:
                return await step.EndDialogAsync(Leads(step.Result as string) ?? Next.Instead(step.Context), cancellationToken);
        }
    }

    private static string? Leads(string? choice) => choice switch
    {
        MenuText.Status => Next.ToDo(Intent.Status),
        MenuText.Rating => Next.ToDo(Intent.Rating),
        MenuText.Human => Next.ToDo(Intent.Human),
        MenuText.Language => Next.ToDo(Intent.Language),
        _ => null,
    };

    private string Hours()
    {
        var now = time.GetUtcNow();
        return calendar.IsOpen(now) ? phrases.Get(MenuText.OpenNow) : phrases.Get(MenuText.OpensAt, dates.Opening(calendar.NextOpening(now)));
    }
}
