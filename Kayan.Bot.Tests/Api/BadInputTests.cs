using System.Net;
using System.Text;
using Kayan.Bot.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Api;

public sealed class BadInputTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Requests = "/api/v1/requests";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("kayan-dev-2f6c1b0e9d8a47539c41")]
    public async Task AnyCall_WithoutAValidKey_Answers401(string? key)
    {
        (string, string)[] headers = key is null ? [] : [("X-Api-Key", key)];

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, $"{Requests}/1000009", null, headers)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Post, Requests, Json("{}"), headers)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Post, $"{Requests}/1000009/stage", Json("{}"), headers)).Status);
    }

    [Fact]
    public async Task AnyCall_WithARevokedKey_Answers401AtOnce()
    {
        var key = (await api.Flow.RunAsync<ApiKeys, string?>(keys => keys.CreateAsync("short-lived", CancellationToken.None)))!;
        var number = await api.ReceiveAsync();
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, $"{Requests}/{number}", null, ("X-Api-Key", key))).Status);

        Assert.True(await api.Flow.RunAsync<ApiKeys, bool>(keys => keys.RevokeAsync("short-lived", CancellationToken.None)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Get, $"{Requests}/{number}", null, ("X-Api-Key", key))).Status);
    }

    [Fact]
    public async Task Keys_InTheDatabase_AreOnlyHashes()
    {
        var stored = await api.Flow.DatabaseAsync(db => db.ApiKeys.Select(k => k.Hash).ToListAsync());

        Assert.All(stored, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.DoesNotContain(api.Key, stored);
    }

    [Theory]
    [InlineData("{}", "title", "person.fullName", "person.phone")]
    [InlineData("""{"title":" ","person":{"fullName":"x","phone":"+966500000001"}}""", "title")]
    [InlineData("""{"title":"x","person":{"fullName":"x","phone":"12"}}""", "person.phone")]
    [InlineData("""{"title":"x","person":{"fullName":"x","phone":"+966500000001","nationalId":"1000000007"}}""", "person.nationalId")]
    [InlineData("""{"title":"x","person":{"fullName":"x","phone":"+966500000001","gender":"1"}}""", "person.gender")]
    [InlineData("""{"title":"x","requirements":[""],"person":{"fullName":"x","phone":"+966500000001"}}""", "requirements[0]")]
    public async Task Post_InvalidFields_AreNamed(string json, params string[] fields)
    {
        var (status, problem) = await api.PostAsync(Requests, json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(fields.Order(), problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"title":1}""")]
    [InlineData("""{"title":"a","title":"b"}""")]
    public async Task Post_NotTheJsonThatIsExpected_Answers400(string json) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsync(Requests, json)).Status);

    [Theory]
    [InlineData("""{"to":"Nowhere"}""")]
    [InlineData("""{"to":"datacheck"}""")]
    [InlineData("""{"to":"1"}""")]
    [InlineData("""{"to":"Submitted, DataCheck"}""")]
    [InlineData("""{"to":""}""")]
    [InlineData("{}")]
    public async Task Move_UnknownStage_Answers400AndNamesTheField(string json)
    {
        var number = await api.ReceiveAsync();

        var (status, problem) = await api.PostAsync($"{Requests}/{number}/stage", json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("to", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyOver64Kilobytes_Answers413(bool chunked)
    {
        using var body = Json($$"""{"title":"{{new string('x', 70_000)}}"}""");
        if (chunked)
        {
            body.Headers.ContentLength = null;
        }

        (string, string)[] headers = chunked ? [("X-Api-Key", api.Key), ("Transfer-Encoding", "chunked")] : [("X-Api-Key", api.Key)];
        var (status, _) = await api.SendAsync(HttpMethod.Post, Requests, body, headers);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Post_NotJson_Answers415()
    {
        using var body = new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await api.SendAsync(HttpMethod.Post, Requests, body, ("X-Api-Key", api.Key))).Status);
    }

    [Fact]
    public async Task Post_DatabaseLocked_Answers503AndStoresNothing()
    {
        var body = ApiHost.NewRequest(ApiHost.NewPhone(), "والقاعدة مقفلة");
        using (var connection = new SqliteConnection($"Data Source={api.Flow.DatabaseFile}"))
        {
            connection.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.PostAsync(Requests, body)).Status);
        }

        Assert.Equal(0, await api.Flow.DatabaseAsync(db => db.Requests.CountAsync(r => r.Title == "والقاعدة مقفلة")));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync(Requests, body)).Status);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
