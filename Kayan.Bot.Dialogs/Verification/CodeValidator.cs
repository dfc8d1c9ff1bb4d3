using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Verification;

/// <summary>Checks a code where it is typed: a wrong one leaves the question open as long as tries are left.</summary>
internal sealed class CodeValidator(IVerification verification, Patience patience, Phrases phrases, Replies replies)
{
    public async Task<bool> CheckAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        if (!prompt.Recognized.Succeeded)
        {
            return await patience.ThreeTriesAsync(prompt, cancellationToken);
        }

        return prompt.Recognized.Value == CodePrompt.Resend
            ? await ResendAsync(prompt, cancellationToken)
            : await CompareAsync(prompt, cancellationToken);
    }

    private async Task<bool> CompareAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken)
    {
        var check = await verification.CheckAsync(prompt.Recognized.Value, cancellationToken);
        return check.Result switch
        {
            CodeResult.Right => true,
            CodeResult.Wrong => await StayAsync(prompt, replies.Plain(phrases.Count(VerificationText.WrongCode, check.TriesLeft)), cancellationToken),
            CodeResult.Expired => await StayAsync(prompt, replies.Text(VerificationText.Expired), cancellationToken),
            _ => Leave(prompt),
        };
    }

    private async Task<bool> ResendAsync(PromptValidatorContext<string> prompt, CancellationToken cancellationToken) =>
        await verification.ResendAsync(cancellationToken) switch
        {
            LookUpResult.CodeSent => await StayAsync(prompt, replies.Text(VerificationText.Resent), cancellationToken),
            LookUpResult.TooManyCodes => await StayAsync(prompt, replies.Text(VerificationText.TooManySends), cancellationToken),
            _ => Leave(prompt),
        };

    private static async Task<bool> StayAsync(PromptValidatorContext<string> prompt, Activity reply, CancellationToken cancellationToken)
    {
        await prompt.Context.SendActivityAsync(reply, cancellationToken);
        return false;
    }

    private static bool Leave(PromptValidatorContext<string> prompt)
    {
        prompt.Recognized.Value = null!;
        Next.Instead(prompt.Context, Next.ToHuman(HandoffReason.NotVerified));
        return true;
    }
}
