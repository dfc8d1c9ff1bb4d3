using System.Globalization;
using System.Text.RegularExpressions;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Menu;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.Requests;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Dialogs;

/// <summary>What a message means when no question is open: the <see cref="Next"/> that it leads to.</summary>
internal sealed partial class Understanding(IFaq faq, LateRatings ratings, Talk talk)
{
    private const int LongestQuestion = 1000;

    public const string Choose = "choose:";
    public const string Pick = "pick:";
    public const string Missed = "missed";
    public const string Long = "long";

    public async Task<string> OfAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var text = turn.Activity.Text;
        if (text.Length > LongestQuestion)
        {
            return Long;
        }

        if (await OfNumberAsync(turn, text, cancellationToken) is { } next)
        {
            return next;
        }

        var match = faq.Match(text);
        if (match.Outcome == FaqOutcome.OutOfScope || match.Candidates.Count == 0)
        {
            return await talk.MissAsync(turn, cancellationToken) >= Patience.Tries ? Next.ToHuman(HandoffReason.NotUnderstood) : Missed;
        }

        if (match.Outcome == FaqOutcome.Unsure)
        {
            return Choose + string.Join('|', match.Candidates.Select(candidate => candidate.Label).Distinct());
        }

        await talk.UnderstoodAsync(turn, cancellationToken);
        return match.Intent is { } intent ? Next.ToDo(intent) : Next.ToAnswer(match.AnswerKey!);
    }

    /// <summary>The request number that a message names, or empty.</summary>
    public static string RequestNumberIn(string? text) => text is null ? string.Empty
        : SevenDigits().Match(ArabicText.FoldDigits(text)) is { Success: true } found && RequestNumber.TryParse(found.Value, out _) ? found.Value
        : string.Empty;

    private async Task<string?> OfNumberAsync(ITurnContext turn, string text, CancellationToken cancellationToken)
    {
        var digits = ArabicText.FoldDigits(text).Trim();
        if (RequestNumberIn(digits).Length > 0)
        {
            return Next.ToDo(Intent.Status);
        }

        // A lone digit answers the last question that had digits for answers: the rating that is still open, or the menu.
        if (await ratings.OfTextAsync(text, cancellationToken) is { } rating)
        {
            return rating;
        }

        if (digits.Length != 1 || !char.IsAsciiDigit(digits[0]))
        {
            return null;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var sawMenu = await talk.IsIntroducedAsync(turn, cancellationToken);
        return sawMenu && number >= 1 && number <= MenuDialog.Choices.Count ? Pick + MenuDialog.Choices[number - 1] : null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{7}(?![0-9])")]
    private static partial Regex SevenDigits();
}
