using System.Text.Json;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Observability;

/// <summary>In Production every line is JSON for a machine to read, with the ids of the trace where there is one.</summary>
[Collection(WholeMachine.Name)]
public sealed class LogFormatTests
{
    private const string Words = "words of a person";

    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:1", true)]
    public async Task Lines_InProduction_AreJsonWithTheTraceWhereThereIsOne(string? collector, bool traced)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        using var service = new KayanProcess(twilio.Account, twilio.BaseAddress, new()
        {
            ["Logging__LogLevel__Default"] = "Information",
            ["Logging__LogLevel__Kayan.Bot"] = "Debug",
            ["Observability__OtlpEndpoint"] = collector ?? "",
        });
        await service.StartAsync();
        using var http = new HttpClient();

        await new FakeTwilioPhone(twilio.Account, http, service.Address, "+966500000001").WhatsAppAsync(Words);
        await Eventually.HoldsAsync(() => Task.FromResult(Lines(service).Exists(IsOfASend)));
        await service.TerminateAsync(default);

        Assert.Equal(traced, Lines(service).Find(IsOfASend).GetRawText().Contains("\"TraceId\"", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Output.ToList(), line => line.Contains(Words, StringComparison.Ordinal)
            || line.Contains("966500000001", StringComparison.Ordinal) || line.Contains("RequestPath", StringComparison.Ordinal));
    }

    private static bool IsOfASend(JsonElement line) =>
        line.GetProperty("Category").GetString() == "Kayan.Bot.Pipeline.OutboxSender";

    private static List<JsonElement> Lines(KayanProcess service) =>
        [.. service.Output.ToList().Select(line => JsonDocument.Parse(line).RootElement)];
}
