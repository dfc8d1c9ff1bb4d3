using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>
/// What happens to a message that does not answer the question. People answer a question with another one: where the message
/// is clear in itself, it is understood; otherwise it gets help and the same question, and the third time a human.
/// </summary>
internal sealed class Patience(IFaq faq)
{
    public const int Tries = 3;

    /// <summary>Help and the same question, up to three times.</summary>
    public Task<bool> ThreeTriesAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (prompt.Recognized.Succeeded)
        {
            return Task.FromResult(true);
        }

        if (IsClear(prompt.Context.Activity.Text))
        {
            Next.Instead(prompt.Context, Next.Understand);
            return Task.FromResult(true);
        }

        if (prompt.AttemptCount >= Tries)
        {
            Next.Instead(prompt.Context, Next.ToHuman(HandoffReason.NotUnderstood));
            return Task.FromResult(true);
        }

        return Task.FromResult(false);
    }

    /// <summary>The question was only an offer: whatever is no answer is understood as if nothing had been asked.</summary>
    public static Task<bool> OfferAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (!prompt.Recognized.Succeeded)
        {
            Next.Instead(prompt.Context, Next.Understand);
        }

        return Task.FromResult(true);
    }

    /// <summary>The message can be understood without the question.</summary>
    public bool IsClear(string? text) => text is { Length: > 0 } && faq.Match(text).Outcome == FaqOutcome.Answered;

    /// <summary>The message asks us for something, so that it is no remark to be kept.</summary>
    public bool AsksForSomething(string text) => faq.Match(text).Intent is Intent.Status or Intent.Human or Intent.NewRequest;
}
