using System.Net;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Api;

public abstract class IdempotencyTests(ApiHost api)
{
    private const string Requests = "/api/v1/requests";

    [StorageFact]
    public async Task Post_SameKeySixteenTimesAtOnce_IsOneRequest()
    {
        var body = ApiHost.NewRequest(ApiHost.NewPhone(), "طلب واحد");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => api.PostAsync(Requests, body, ("Idempotency-Key", "k1"))));

        Assert.Single(answers.Select(a => a.Body.GetProperty("number").GetString()).Distinct());
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(15, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal(1, await api.Flow.DatabaseAsync(db => db.Requests.CountAsync(r => r.Title == "طلب واحد")));
    }

    [StorageFact]
    public async Task Post_SameKeyOtherBody_IsRefused()
    {
        var phone = ApiHost.NewPhone();
        await api.PostAsync(Requests, ApiHost.NewRequest(phone), ("Idempotency-Key", "k2"));

        var (status, _) = await api.PostAsync(Requests, ApiHost.NewRequest(phone, "دعم سكني"), ("Idempotency-Key", "k2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [StorageFact]
    public async Task Post_SamePersonWithoutKey_IsAnotherRequestOfTheSamePerson()
    {
        var phone = ApiHost.NewPhone();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsync(Requests, ApiHost.NewRequest(phone))));

        Assert.Equal(8, answers.Select(a => a.Body.GetProperty("number").GetString()).Distinct().Count());
        Assert.Equal(1, await api.Flow.DatabaseAsync(db => db.People.CountAsync(p => p.Addresses.Any(a => a.Value == phone))));
    }

    [StorageFact]
    public async Task Post_PhoneOfAnotherPerson_IsRefused()
    {
        var phone = ApiHost.NewPhone();
        string With(string id) => $$$"""{"title":"x","person":{"fullName":"x","phone":"{{{phone}}}","nationalId":"{{{id}}}"}}""";
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync(Requests, With("1000000024"))).Status);

        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsync(Requests, With("2000000014"))).Status);
    }
}

public sealed class IdempotencyOnSqlite(On<ApiHost, InSqlite> on) : IdempotencyTests(on.Fixture), IClassFixture<On<ApiHost, InSqlite>>;

public sealed class IdempotencyOnPostgreSql(On<ApiHost, InPostgreSql> on) : IdempotencyTests(on.Fixture), IClassFixture<On<ApiHost, InPostgreSql>>;

public sealed class IdempotencyOnSqlServer(On<ApiHost, InSqlServer> on) : IdempotencyTests(on.Fixture), IClassFixture<On<ApiHost, InSqlServer>>;
