using System.Net;
using System.Net.Http.Json;
using Hangfire;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Incidents;
using Kayan.Bot.Jobs;
using Kayan.Bot.Storage.Providers.Sqlite;
using Kayan.Bot.Tests.Harness;
using Kayan.Bot.Tests.Observability;
using Kayan.Bot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Health;

/// <summary>/health/ready: one word and a status for a load balancer, the names of what fails for who runs the service.</summary>
public sealed class HealthTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task Ready_NothingIsWrong_IsHealthy()
    {
        await using var waiting = await Waiting.StartAsync();
        await waiting.ReceivedAsync(TimeSpan.FromSeconds(10));
        await waiting.DueAsync(TimeSpan.FromMinutes(4));
        await waiting.RaiseAsync(IncidentKind.ProviderDown);

        await IsAsync(waiting, "Healthy");
    }

    [Fact]
    public async Task Ready_MessageWaitsForItsTurn_IsDegraded()
    {
        await using var waiting = await Waiting.StartAsync();
        await waiting.ReceivedAsync(TimeSpan.FromSeconds(61));

        await IsAsync(waiting, "Degraded", "inbox");
    }

    [Fact]
    public async Task Ready_DueMessageIsNotSent_IsDegraded()
    {
        await using var waiting = await Waiting.StartAsync();
        await waiting.DueAsync(Long);

        await IsAsync(waiting, "Degraded", "outbox");
    }

    [Fact]
    public async Task Ready_TheNightHoldsNewsBack_IsHealthyAndInTheMorningHasFiveMinutes()
    {
        await using var waiting = await Waiting.StartAsync(host => host.With("FollowUps:From", "09:00").With("FollowUps:Until", "20:00"));
        // Before the start of the service, for which the jobs are never late.
        var night = RiyadhTime.At(RiyadhTime.DateOf(waiting.Clock.GetUtcNow()).AddDays(-2), new TimeOnly(23, 0));
        waiting.Clock.SetUtcNow(night);
        await waiting.DueAsync(Long, MessageClass.Service);

        await IsAsync(waiting, "Healthy");
        waiting.Clock.SetUtcNow(night.AddHours(10).AddMinutes(4));
        await IsAsync(waiting, "Healthy");
        waiting.Clock.SetUtcNow(night.AddHours(10).AddMinutes(6));
        await IsAsync(waiting, "Degraded", "outbox");
    }

    [Theory]
    [InlineData("TemplateRejected")]
    [InlineData("TemplateStopped")]
    [InlineData("TemplateMoved")]
    [InlineData("TemplateMissing")]
    public async Task Ready_SomethingIsWrongWithATemplate_IsDegradedUntilItIsOver(string name)
    {
        var kind = Enum.Parse<IncidentKind>(name);
        await using var waiting = await Waiting.StartAsync();
        await waiting.RaiseAsync(kind);
        await IsAsync(waiting, "Degraded", "templates");

        await waiting.ResolveAsync(kind);
        await IsAsync(waiting, "Healthy");
    }

    [Fact]
    public async Task Ready_NoWorkerOfJobs_IsDegradedTwoMinutesAfterTheStart()
    {
        await using var waiting = await Waiting.StartAsync(host => host.With(services =>
        {
            foreach (var server in services.Where(IsJobServer).ToList())
            {
                services.Remove(server);
            }
        }));
        await IsAsync(waiting, "Healthy");

        waiting.Clock.Advance(TimeSpan.FromSeconds(121));

        await IsAsync(waiting, "Degraded", "jobs");
    }

    [Fact]
    public async Task Ready_WorkerOfJobsThatShowsItself_IsHealthyAndOneThatStoppedIsNot()
    {
        await using var waiting = await Waiting.StartAsync();
        var jobs = waiting.Host.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await Eventually.HoldsAsync(() => Task.FromResult(jobs.Servers().Any(server => server.Heartbeat is not null)));

        waiting.Clock.Advance(TimeSpan.FromSeconds(60));
        await IsAsync(waiting, "Healthy");
        waiting.Clock.Advance(TimeSpan.FromHours(1));
        await IsAsync(waiting, "Degraded", "jobs");
    }

    [Fact]
    public async Task Ready_TheDatabaseTakesNoWrite_Is503()
    {
        await using var waiting = await Waiting.StartAsync(host => host.With("Storage:WritePatience", "00:00:00.3"));
        await using var other = new SqliteConnection($"Data Source={waiting.Host.DatabaseFile}");
        await other.OpenAsync();
        await using var holding = other.BeginTransaction(deferred: false);

        using var answer = await waiting.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"Unhealthy\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>At a start its model is only being built then.</summary>
    [Fact]
    public async Task Ready_AsksNothingByEntityFramework()
    {
        var sent = new EntityFrameworkSql();
        await using var waiting = await Waiting.StartAsync(host => host.With(services =>
            services.ConfigureDbContext<SqliteKayanDbContext>(options => options.AddInterceptors(sent))));

        await IsAsync(waiting, "Healthy");

        Assert.DoesNotContain(sent.Seen, statement => statement.Sql.Contains("MIN(", StringComparison.Ordinal));
        Assert.DoesNotContain(sent.Seen, statement => statement.Sql.Contains("COUNT(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ready_Stranger_SeesOneWord()
    {
        await using var waiting = await Waiting.StartAsync();
        await waiting.DueAsync(Long);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Add("X-Forwarded-For", "198.51.100.1");

        using var answer = await waiting.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "Degraded"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static bool IsJobServer(ServiceDescriptor service) => service.ImplementationType == typeof(JobServers);

    private static async Task IsAsync(Waiting waiting, string status, params string[] failing)
    {
        using var answer = await waiting.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = (await answer.Content.ReadFromJsonAsync<Said>())!;
        Assert.Equal(failing, said.Failing);
        Assert.Equal(status, said.Status);
    }

    private sealed record Said(string Status, string[] Failing);
}
