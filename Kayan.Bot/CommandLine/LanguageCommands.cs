using System.Globalization;
using System.Text.Json;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Language;
using Command = System.CommandLine.Command;

namespace Kayan.Bot.CommandLine;

/// <summary>language: what the recognisers of all prompts read in a text.</summary>
internal static class LanguageCommands
{
    public static Command Create()
    {
        var recognize = new Command("recognize", "Reads rows {\"id\",\"text\"}, optionally \"today\", and writes what is in each.");
        recognize.SetAction(_ => JsonLines.Run(() =>
        {
            using var input = JsonLines.StandardInput();
            using var output = JsonLines.StandardOutput();
            foreach (var row in JsonLines.Read(input, "id", "text"))
            {
                JsonLines.Write(output, Recognise(row));
            }
        }));
        return new Command("language", "Numbers, dates, ratings, yes and no.") { recognize };
    }

    private static Dictionary<string, object?> Recognise(JsonElement row)
    {
        var text = row.GetProperty("text").ToString();
        return new()
        {
            ["id"] = row.GetProperty("id"),
            ["integers"] = ArabicNumbers.FindAll(text),
            ["ordinals"] = ArabicNumbers.FindAllOrdinals(text),
            ["boolean"] = YesNo.Recognise(text) switch
            {
                YesNoAnswer.Yes => true,
                YesNoAnswer.No => false,
                YesNoAnswer.DontKnow => "unknown",
                _ => (object?)null,
            },
            ["rating"] = RatingScale.Recognise(text) is { Kind: RatingAnswerKind.Rating } rating ? rating.Stars : null,
            ["dates"] = DateFinder.FindAll(text, Today(row)).Select(Date),
        };
    }

    // A date that has to be asked back is shown as the days that it may be.
    private static object Date(DateReading reading) =>
        reading.Date is { } date ? Iso(date) : new Dictionary<string, object> { ["ambiguous"] = reading.Candidates.Select(Iso) };

    private static DateOnly Today(JsonElement row)
    {
        if (!row.TryGetProperty("today", out var today))
        {
            return RiyadhTime.DateOf(TimeProvider.System.GetUtcNow());
        }

        return DateOnly.TryParseExact(today.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"\"today\" of {row.GetProperty("id")} is no date such as 2026-11-22.");
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
