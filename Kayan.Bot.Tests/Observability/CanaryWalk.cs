using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayan.Bot.Files;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Security;
using Kayan.Bot.Tests.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Observability;

/// <summary>A person's way through every surface of the service, with secrets in each field that takes any.</summary>
internal sealed partial class CanaryWalk(CanaryHost service, Canaries canaries)
{
    private string _apiKey = "";
    private string _number = "";

    private FakeTwilioPhone Phone => service.Twilio.Phone(service.Host, Canaries.Phone);

    public async Task RunAsync()
    {
        await ReceiveAsync();
        await WriteAsync();
        await AskOnTheWebsiteAsync();
        await MoveAndRateAsync();
        await HandOverAsync();
        await TroubleAtTheProviderAsync();
        await WrongInputAsync();
        await service.QuietAsync();
    }

    /// <summary>The secrets did go where they belong, or finding none elsewhere would mean little.</summary>
    public Task ReachedAsync() => service.Host.DatabaseAsync(async db =>
    {
        Assert.True(await db.People.AnyAsync(p => p.NationalId == Canaries.NationalId && p.FullName == Canaries.Name), "the person");
        Assert.True(await db.OneTimeCodes.AnyAsync(code => code.UsedAt != null), "the code");
        Assert.True(await db.StageEntries.AnyAsync(entry => entry.Reason!.Contains(Canaries.Text)), "the reason of a move");
        Assert.True(await db.StageRatings.AnyAsync(), "the rating");
        Assert.True(await db.Files.AnyAsync(file => file.State == FileState.Stored && file.Name.Contains(Canaries.FileName)), "the file");
        Assert.True(await db.Handoffs.AnyAsync(handoff => handoff.Outcome!.Contains(Canaries.Text)), "the hand-over");
        Assert.True(await db.OutboxMessages.AnyAsync(message => message.ErrorCode != null), "trouble at the provider");
        return 0;
    });

    private async Task ReceiveAsync()
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        _apiKey = (await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("back office", default))!;
        canaries.Add("API key", _apiKey);
        var received = await PostAsync("/api/v1/requests", NewRequest(Canaries.Phone, Canaries.NationalId), keep: false);
        _number = JsonDocument.Parse(received).RootElement.GetProperty("number").GetString()!;
        await service.QuietAsync();
    }

    private async Task WriteAsync()
    {
        await SayAsync($"متى يطلع قرار اللجنة؟ {Canaries.Text}");
        await SayAsync("نعم");
        await SayAsync("وين وصل طلبي");
        await Phone.SmsAsync($"وين وصل طلبي {Canaries.Text}");
        var photo = service.Twilio.Media.Add([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg", $"{Canaries.FileName}.jpg");
        await Phone.MediaAsync($"{Canaries.Text} caption", ("image/jpeg", photo));
        await Phone.MediaAsync($"{Canaries.Text} caption", ("image/jpeg", service.Twilio.Media.Add(503)));
        await Eventually.HoldsAsync(() => service.Host.DatabaseAsync(db => db.Files.AnyAsync(f => f.State == FileState.Stored)));
    }

    private async Task AskOnTheWebsiteAsync()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(service.Client);
        canaries.Add("token of the website", visitor.Token);
        string[] said = [$"{Canaries.Text}", "وين وصل طلبي", _number, Canaries.NationalId[^4..], "000000"];
        foreach (var text in said)
        {
            await visitor.SayAsync(text);
            await service.QuietAsync();
        }

        var code = SixDigits().Match(service.Twilio.Ledger.To(Canaries.Phone).Last(m => SixDigits().IsMatch(m.Body)).Body).Value;
        canaries.AddCode(code);
        await visitor.SayAsync(code);
        await service.QuietAsync();
    }

    private async Task MoveAndRateAsync()
    {
        string[] stages = ["DataCheck", "Committee", "Approved"];
        foreach (var stage in stages)
        {
            await MoveAsync(stage);
        }

        await service.QuietAsync();
        await SayAsync("٢");
        await SayAsync($"{Canaries.Text} rating");
        await SayAsync("تخطي");
    }

    private async Task HandOverAsync()
    {
        await SayAsync($"{Canaries.Text} crash"); // a turn that fails and fails ends with a human
        await SayAsync($"ابي اكلم موظفة {Canaries.Text}");
        await SayAsync("ابي اكلم موظفة");
        await using var scope = service.Host.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<HandoffDesk>();
        var waiting = Assert.Single(await scope.ServiceProvider.GetRequiredService<WaitingList>().WaitingAsync(default));
        Assert.Equal(TakeOutcome.Taken, await desk.TakeAsync(waiting.ConversationId, 71, default));
        Assert.Equal(WriteOutcome.Written, await desk.WriteAsync(waiting.ConversationId, new Worker(71, "Kanariworker"), $"{Canaries.Text} worker", default));
        await SayAsync($"{Canaries.Text} to the worker");
        Assert.Equal(GiveBackOutcome.GivenBack, await desk.GiveBackAsync(waiting.ConversationId, 71, $"{Canaries.Text} outcome", default));
        await service.QuietAsync();
    }

    private async Task TroubleAtTheProviderAsync()
    {
        var words = $"The 'To' number {Canaries.Phone} is not valid for {Canaries.Text}";
        FakeTwilioAnswer[] trouble =
        [
            FakeTwilioAnswer.Saying(400, 21211, words), FakeTwilioAnswer.Saying(400, 63016, words), FakeTwilioAnswer.Saying(401, 20003, words),
            FakeTwilioAnswer.Saying(500, 20500, words), FakeTwilioAnswer.BadJson, FakeTwilioAnswer.Reset,
        ];
        foreach (var answer in trouble)
        {
            service.Twilio.Enqueue(answer);
            await SayAsync($"0 {Canaries.Text}");
        }

        var sent = service.Twilio.Ledger.To(Canaries.Phone)[0];
        await service.Twilio.Callbacks.PostAsync(sent, "failed", 30008);
        var elsewhere = sent.StatusCallback!.Replace("/status/", "/status/x", StringComparison.Ordinal);
        await service.Twilio.Callbacks.PostAsync(sent with { StatusCallback = elsewhere }, "read");
    }

    private async Task WrongInputAsync()
    {
        await PostAsync("/api/v1/requests", NewRequest("966551843729000", "9" + Canaries.NationalId));
        await PostAsync("/api/v1/requests", $"{{\"title\": {Canaries.Text} broken");
        await PostAsync("/api/v1/requests", $"{{\"title\": 7, \"{Canaries.Text}\": 1, \"person\": \"{Canaries.Name}\"}}");
        await PostAsync($"/api/v1/requests/{_number}/stage", $"{{\"to\": \"{Canaries.Text}\", \"reason\": \"{Canaries.Text}\"}}");
        await PostAsync($"/api/v1/requests/{_number}/stage", $"{{\"to\": \"Received\", \"reason\": \"{Canaries.Text}\"}}");
        await PostAsync("/api/v1/requests/1000017/stage", $"{{\"to\": \"Approved\", \"reason\": \"{Canaries.Text}\"}}");
        await service.SendAsync(Post("/api/v1/requests", "{}", Canaries.WrongKey));
        await service.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/s/aaaaaaaaaa"));
        await service.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/console/sign-in")
        {
            Content = new FormUrlEncodedContent([new("email", Canaries.Text), new("password", Canaries.Password)]),
        });
        await service.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations/x/activities")
        {
            Content = JsonContent.Create(new { type = "message", text = Canaries.Text }),
            Headers = { { "Authorization", $"Bearer {Canaries.WrongKey}" } },
        });
        var forged = Phone.Sign(Profile(service.Twilio.Account, FakeTwilioWebhook.NewSid(), Canaries.Text)) with { Signature = Canaries.WrongKey };
        await service.SendAsync(forged.ToRequest(service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        await service.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/twilio/messages")
        {
            Content = new StringContent(string.Concat(Enumerable.Repeat(Canaries.Text, 7000)), Encoding.UTF8, "application/x-www-form-urlencoded"),
        });
    }

    private async Task SayAsync(string text)
    {
        await Phone.SendAsync((account, sid) => Profile(account, sid, text));
        await service.QuietAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Profile(FakeTwilioAccount account, string sid, string text) =>
        FakeTwilioWebhook.WhatsApp(account, sid, Canaries.Phone, text)
            .Select(field => field.Key == "ProfileName" ? new KeyValuePair<string, string>(field.Key, Canaries.ProfileName) : field);

    private Task<string> MoveAsync(string stage) =>
        PostAsync($"/api/v1/requests/{_number}/stage", $$"""{"to": "{{stage}}", "reason": "{{Canaries.Text}} reason"}""", keep: false);

    private Task<string> PostAsync(string path, string json, bool keep = true) => service.SendAsync(Post(path, json, _apiKey), keep);

    private static HttpRequestMessage Post(string path, string json, string key) => new(HttpMethod.Post, path)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
        Headers = { { "X-Api-Key", key } },
    };

    private static string NewRequest(string phone, string nationalId) => JsonSerializer.Serialize(new
    {
        title = $"{Canaries.Text} title",
        servedBy = Canaries.Name,
        person = new { fullName = Canaries.Name, phone, nationalId, gender = "Female" },
        requirements = new[] { $"{Canaries.Text} paper" },
    });

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
