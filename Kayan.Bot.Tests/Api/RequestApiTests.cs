using System.Net;
using System.Text.Json;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Api;

public abstract class RequestApiTests(ApiHost api)
{
    private const string Requests = "/api/v1/requests";

    [StorageFact]
    public async Task Post_ANewRequest_IsReceivedAndCanBeRead()
    {
        var (status, body) = await api.PostAsync(Requests, """
            {"title":"دعم تعليمي","servedBy":"أ. نورة","requirements":["صورة الهوية"],
             "person":{"fullName":"منيرة السالم","phone":"0501234567","nationalId":"1000000008","gender":"Female","onWhatsApp":true}}
            """);

        Assert.Equal(HttpStatusCode.Created, status);
        var number = body.GetProperty("number").GetString()!;
        Assert.True(RequestNumber.TryParse(number, out _));
        var (_, read) = await api.GetAsync($"{Requests}/{number}");
        Assert.Equal(body.GetRawText(), read.GetRawText());
        Assert.Equal("Submitted", read.GetProperty("stage").GetString());
        Assert.Equal(["DataCheck", "Withdrawn"], read.GetProperty("nextStages").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("Missing", read.GetProperty("requirements")[0].GetProperty("state").GetString());
        Assert.Equal("back office", read.GetProperty("history")[0].GetProperty("by").GetString());
        Assert.Contains("دعم تعليمي", read.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("50123", read.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, await api.Flow.DatabaseAsync(db => db.People.CountAsync(p => p.Addresses.Any(a => a.Value == "+966501234567"))));
    }

    [StorageFact]
    public async Task Move_AllowedByThePolicy_IsRecordedWithWhoWhenAndWhy()
    {
        var number = await api.ReceiveAsync();

        var (status, body) = await api.PostAsync($"{Requests}/{number}/stage", """{"to":"DataCheck","reason":"اكتمل الطلب"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("DataCheck", body.GetProperty("stage").GetString());
        var entry = body.GetProperty("history")[1];
        Assert.Equal(
            ("Submitted", "DataCheck", "back office", "اكتمل الطلب"),
            (Text(entry, "from"), Text(entry, "stage"), Text(entry, "by"), Text(entry, "reason")));
        Assert.True(entry.GetProperty("at").GetDateTimeOffset() <= api.Flow.Time.GetUtcNow());
    }

    [StorageFact]
    public async Task Move_DocumentsNeeded_ListsThemByName()
    {
        var number = await api.ReceiveAsync();
        await api.PostAsync($"{Requests}/{number}/stage", """{"to":"DataCheck"}""");

        var (_, body) = await api.PostAsync(
            $"{Requests}/{number}/stage", """{"to":"DocumentsNeeded","requirements":["تعريف بالدخل حديث","صورة الهوية"]}""");

        Assert.Equal(["تعريف بالدخل حديث", "صورة الهوية"], body.GetProperty("requirements").EnumerateArray().Select(r => Text(r, "name")));
    }

    [StorageFact]
    public async Task Move_EveryStageThatThePolicyForbids_Answers409AndChangesNothing()
    {
        var number = await api.ReceiveAsync();
        var before = (await api.GetAsync($"{Requests}/{number}")).Body.GetRawText();
        var rows = await RowsAsync();

        foreach (var to in Enum.GetValues<RequestStage>().Where(stage => !StageFlow.Allows(RequestStage.Submitted, stage)))
        {
            var (status, problem) = await api.PostAsync($"{Requests}/{number}/stage", $$"""{"to":"{{to}}","reason":"x"}""");
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Equal("Submitted", Text(problem, "stage"));
            Assert.Equal(["DataCheck", "Withdrawn"], problem.GetProperty("nextStages").EnumerateArray().Select(s => s.GetString()));
        }

        Assert.Equal(before, (await api.GetAsync($"{Requests}/{number}")).Body.GetRawText());
        Assert.Equal(rows, await RowsAsync());
    }

    [StorageFact]
    public async Task Move_RefusalWithoutReason_IsAskedForOne()
    {
        var number = await api.ReceiveAsync();
        await api.PostAsync($"{Requests}/{number}/stage", """{"to":"DataCheck"}""");
        await api.PostAsync($"{Requests}/{number}/stage", """{"to":"CommitteeReview"}""");

        var (status, problem) = await api.PostAsync($"{Requests}/{number}/stage", """{"to":"Declined","reason":" "}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("reason", out _));
    }

    [StorageFact]
    public async Task Move_TwoAtOnce_OneWinsTheOtherIsTold()
    {
        for (var round = 0; round < 5; round++)
        {
            var number = await api.ReceiveAsync();
            var answers = await Task.WhenAll(
                api.PostAsync($"{Requests}/{number}/stage", """{"to":"DataCheck"}""", ("If-Match", "\"1\"")),
                api.PostAsync($"{Requests}/{number}/stage", """{"to":"Withdrawn"}""", ("If-Match", "\"1\"")));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
            var (_, read) = await api.GetAsync($"{Requests}/{number}");
            Assert.Equal(2, read.GetProperty("history").GetArrayLength());
        }
    }

    [StorageTheory]
    [InlineData("1000009")]
    [InlineData("9999996")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("%D9%A1%D9%A0")]
    [InlineData("1'%20OR%201=1")]
    public async Task AnyNumber_ThatIsNoRequest_IsNotFound(string number)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"{Requests}/{number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"{Requests}/{number}/stage", """{"to":"DataCheck"}""")).Status);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private Task<(int, int, int)> RowsAsync() => api.Flow.DatabaseAsync(async db =>
        (await db.StageEntries.CountAsync(), await db.FollowUps.CountAsync(), await db.Requirements.CountAsync()));
}

public sealed class RequestApiOnSqlite(On<ApiHost, InSqlite> on) : RequestApiTests(on.Fixture), IClassFixture<On<ApiHost, InSqlite>>;

public sealed class RequestApiOnPostgreSql(On<ApiHost, InPostgreSql> on) : RequestApiTests(on.Fixture), IClassFixture<On<ApiHost, InPostgreSql>>;

public sealed class RequestApiOnSqlServer(On<ApiHost, InSqlServer> on) : RequestApiTests(on.Fixture), IClassFixture<On<ApiHost, InSqlServer>>;
