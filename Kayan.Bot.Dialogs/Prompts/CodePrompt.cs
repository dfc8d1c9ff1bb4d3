using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Language;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Prompts;

/// <summary>The six digits of a code, or the wish for another one.</summary>
internal sealed class CodePrompt(string id, Phrases phrases, Replies replies, PromptValidator<string> validator)
    : DigitsPrompt(id, 6, VerificationText.CodeHelp, phrases, replies, validator)
{
    public const string Resend = "resend";

    private static readonly HashSet<string> ResendForms =
    [
        .. new[]
        {
            "إعادة", "اعاده", "أعد", "اعد الارسال", "إعادة الإرسال", "ارسل مرة ثانية", "ارسله مره ثانيه", "رمز جديد", "ما وصل", "ماوصل", "ما وصلني", "ما جاني",
            "لم يصل", "resend", "again", "send again", "new code",
        }.Select(ArabicText.FoldLoosely),
    ];

    private readonly Phrases phrases = phrases;
    private readonly Replies replies = replies;

    protected override string? Recognise(string text, PromptOptions options) =>
        ResendForms.Contains(ArabicText.FoldLoosely(text).Trim(' ', '.', '!', '?')) ? Resend : base.Recognise(text, options);

    protected override Activity Render(string question, PromptOptions options) =>
        replies.Ask(question, [phrases.Get(VerificationText.Resend)], string.Empty);
}
