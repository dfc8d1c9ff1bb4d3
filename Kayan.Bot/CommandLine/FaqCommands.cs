using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Faq;
using Command = System.CommandLine.Command;

namespace Kayan.Bot.CommandLine;

/// <summary>faq: what the matcher makes of messages, for people who write the entries and for measuring.</summary>
internal static class FaqCommands
{
    // One number for both questions, "do we know this at all" and "is it the first": the first question weighs more, because a wrong
    // answer to something foreign does more harm than a question back.
    private const double ShareOfConfidence = 0.1;

    public static Command Create() => new("faq", "Questions and answers.") { Evaluate(), Ask(), Match() };

    private static Command Evaluate()
    {
        var train = new Option<FileInfo>("--train") { Description = "Rows {\"id\",\"intent\",\"text\"} to learn from.", Required = true };
        var test = new Option<FileInfo>("--test") { Description = "Rows of the same kind to be asked.", Required = true };
        var predictions = new Option<FileInfo?>("--out") { Description = "Writes one answer a row there." };
        var evaluate = new Command("evaluate", "Learns a file and measures another.") { train, test, predictions };
        evaluate.SetAction(parsed => JsonLines.Run(() =>
            Evaluate(parsed.GetRequiredValue(train), parsed.GetRequiredValue(test), parsed.GetValue(predictions))));
        return evaluate;
    }

    private static Command Ask()
    {
        var text = new Argument<string>("text") { Description = "A message of a person." };
        var ask = new Command("ask", "What it would answer, and why.") { text };
        ask.SetAction(parsed => Ask(parsed.GetRequiredValue(text)));
        return ask;
    }

    private static Command Match()
    {
        var match = new Command("match", "Reads rows {\"id\",\"text\"} and writes what each means among the shipped entries and intents.");
        match.SetAction(_ => JsonLines.Run(() =>
        {
            var faq = new FaqLibrary();
            using var input = JsonLines.StandardInput();
            using var output = JsonLines.StandardOutput();
            foreach (var row in JsonLines.Read(input, "id", "text"))
            {
                var text = row.GetProperty("text").GetString()!;
                var answer = Answer(row.GetProperty("id"), faq.Match(text));
                if (Distress.IsIn(text))
                {
                    answer["urgent"] = true;
                }

                JsonLines.Write(output, answer);
            }
        }));
        return match;
    }

    private static void Evaluate(FileInfo train, FileInfo test, FileInfo? predictions)
    {
        var entries = Rows(train).GroupBy(row => row.Intent, row => row.Text).Select(Entry).ToList();
        var questions = Rows(test);
        FaqMatcher.Train([.. entries.Take(3)], []); // the code is compiled before the clock runs, as it is when the service learns again
        var started = Stopwatch.GetTimestamp();
        var matcher = FaqMatcher.Train(entries, []);
        var training = Stopwatch.GetElapsedTime(started);

        var answers = new List<FaqMatch>(questions.Count);
        var times = new List<double>(questions.Count);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in questions)
        {
            started = Stopwatch.GetTimestamp();
            answers.Add(matcher.Match(question.Text));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        if (predictions is not null)
        {
            using var output = new StreamWriter(predictions.FullName, append: false, new UTF8Encoding(false));
            foreach (var (row, answer) in questions.Zip(answers))
            {
                JsonLines.Write(output, Answer(row.Id, answer));
            }
        }

        using var result = JsonLines.StandardOutput();
        JsonLines.Write(result, new Dictionary<string, object?>
        {
            ["rows"] = questions.Count,
            ["top1"] = Percent(questions.Zip(answers).Count(pair => pair.Second.Candidates is [var first, ..] && first.Key == pair.First.Intent), questions.Count),
            ["top3"] = Percent(questions.Zip(answers).Count(pair => pair.Second.Candidates.Any(candidate => candidate.Key == pair.First.Intent)), questions.Count),
            ["us_per_query"] = Math.Round(times.Count == 0 ? 0 : times[times.Count / 2], 1),
            ["bytes_per_query"] = allocated / Math.Max(1, questions.Count),
            ["training_s"] = Math.Round(training.TotalSeconds, 2),
        });
    }

    private static int Ask(string text)
    {
        var faq = new FaqLibrary();
        var match = faq.Match(text);
        using var output = JsonLines.StandardOutput();
        if (Distress.IsIn(text))
        {
            output.WriteLine("urgent: a human at once, with the emergency numbers");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Decision(match)}: confidence {match.Confidence:0.00}, similarity {match.Similarity:0.00}"));
        output.WriteLine($"read as: {FaqMatcher.Explain(text)}");
        foreach (var candidate in match.Candidates)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidate.Score,8:0.00}  {candidate.Label}  {faq.Find(candidate.Label)?.QuestionAr}"));
        }

        if (match.AnswerKey is { } key && faq.Find(key) is { } entry)
        {
            output.WriteLine(entry.AnswerAr);
        }

        return 0;
    }

    private static Dictionary<string, object?> Answer(JsonElement id, FaqMatch match) => new()
    {
        ["id"] = id,
        ["candidates"] = match.Candidates.Select(candidate => new Dictionary<string, object?> { ["intent"] = candidate.Label, ["score"] = Math.Round(candidate.Score, 4) }),
        ["confidence"] = Math.Round(match.Similarity * Math.Pow(match.Confidence, ShareOfConfidence), 6),
        ["oos_score"] = Math.Round(1 - match.Similarity, 6),
        ["decision"] = Decision(match),
    };

    private static string Decision(FaqMatch match) => match.Outcome switch
    {
        FaqOutcome.Answered => "answer",
        FaqOutcome.Unsure => "unsure",
        _ => "oos",
    };

    private static List<Row> Rows(FileInfo file)
    {
        using var reader = file.OpenText();
        return [.. JsonLines.Read(reader, "id", "intent", "text").Select(row =>
            new Row(row.GetProperty("id"), row.GetProperty("intent").ToString(), row.GetProperty("text").ToString()))];
    }

    /// <summary>An entry that is only to be recognised.</summary>
    internal static FaqEntry Entry(IGrouping<string, string> intent) => new()
    {
        Key = intent.Key,
        Category = "",
        QuestionAr = "",
        QuestionEn = "",
        AnswerAr = "",
        AnswerEn = "",
        Phrasings = [.. intent],
    };

    private static double Percent(int part, int all) => Math.Round(100.0 * part / Math.Max(1, all), 2);

    private readonly record struct Row(JsonElement Id, string Intent, string Text);
}
