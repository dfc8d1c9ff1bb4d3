using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Kayan.Bot.Tests.CommandLine;

/// <summary>faq and language, as they are typed: rows in, rows out.</summary>
public sealed class LanguageCommandTests
{
    [Fact]
    public async Task FaqMatch_Rows_AnswersEachWithItsKeyIntentOrUrgency()
    {
        var (code, output, _) = await RunAsync(
            """
            {"id":1,"text":"متى ياخذون قرار في طلبي ياولدي"}
            {"id":"two","text":"وين وصل طلبي"}

            {"id":3,"text":"زوجي يضربني ويهددني"}
            {"id":4,"text":"كم سعر الدولار اليوم في البورصة"}
            """,
            "faq", "match");

        Assert.Equal(0, code);
        Assert.Equal(["1", "two", "3", "4"], output.Select(row => row.GetProperty("id").ToString()));
        Assert.Equal(("committee-duration", "answer"), (Best(output[0]), output[0].GetProperty("decision").GetString()));
        Assert.Equal("intent:status", Best(output[1]));
        Assert.True(output[2].GetProperty("urgent").GetBoolean());
        Assert.False(output[0].TryGetProperty("urgent", out _));
        Assert.Equal("oos", output[3].GetProperty("decision").GetString());
        Assert.True(output[3].GetProperty("oos_score").GetDouble() > output[0].GetProperty("oos_score").GetDouble());
    }

    [Fact]
    public async Task FaqEvaluate_ItsOwnPhrasings_KnowsThemAndWritesAnAnswerARow()
    {
        var folder = Directory.CreateTempSubdirectory("kayan-faq-");
        try
        {
            var (train, predictions) = (Path.Combine(folder.FullName, "train.jsonl"), Path.Combine(folder.FullName, "out.jsonl"));
            await File.WriteAllLinesAsync(train,
            [
                """{"id":1,"intent":"hours","text":"متى تفتحون الباب"}""", """{"id":2,"intent":"hours","text":"كم ساعات الدوام عندكم"}""",
                """{"id":3,"intent":"donate","text":"ابغى اتبرع للجمعية"}""", """{"id":4,"intent":"donate","text":"كيف أقدم تبرعا"}""",
            ]);

            var (code, output, _) = await RunAsync("", "faq", "evaluate", "--train", train, "--test", train, "--out", predictions);

            Assert.Equal(0, code);
            var result = Assert.Single(output);
            Assert.Equal((4, 100, 100), (result.GetProperty("rows").GetInt32(), result.GetProperty("top1").GetDouble(), result.GetProperty("top3").GetDouble()));
            Assert.True(result.TryGetProperty("us_per_query", out _) && result.TryGetProperty("training_s", out _));
            Assert.Equal(4, (await File.ReadAllLinesAsync(predictions)).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task LanguageRecognize_Rows_SaysWhatIsInEach()
    {
        var (code, output, _) = await RunAsync(
            """
            {"id":1,"text":"خمسة وعشرين","today":"2026-11-22"}
            {"id":2,"text":"ايه بكرة","today":"2026-11-22"}
            {"id":3,"text":"لست متأكد"}
            {"id":4,"text":"الثالثة"}
            {"id":5,"text":"ما ابي"}
            {"id":6,"text":"ممتاز"}
            {"id":7,"text":"١٠/١٠"}
            """,
            "language", "recognize");

        Assert.Equal(0, code);
        Assert.Equal(25, output[0].GetProperty("integers")[0].GetInt32());
        Assert.True(output[1].GetProperty("boolean").GetBoolean());
        Assert.Equal("2026-11-23", output[1].GetProperty("dates")[0].GetString());
        Assert.Equal("unknown", output[2].GetProperty("boolean").GetString());
        Assert.Equal(3, output[3].GetProperty("ordinals")[0].GetInt32());
        Assert.False(output[4].GetProperty("boolean").GetBoolean());
        Assert.Equal(5, output[5].GetProperty("rating").GetInt32());
        Assert.Equal(JsonValueKind.Null, output[6].GetProperty("rating").ValueKind);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"text\":\"اليوم\",\"today\":\"tomorrow\"}")]
    public async Task Row_ThatIsNone_EndsWithOneLine(string row)
    {
        var (code, output, errors) = await RunAsync(row, "language", "recognize");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private static string? Best(JsonElement row) => row.GetProperty("candidates")[0].GetProperty("intent").GetString();

    private static async Task<(int Code, List<JsonElement> Output, string Errors)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kayan.Bot.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())], await errors);
    }
}
