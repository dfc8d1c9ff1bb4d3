using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Observability;
using Kayan.Bot.Seed;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Storage;

/// <summary>A service that has done most of what it does: so most of its statements have been sent.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private readonly FakeTwilio _twilio;

    private ServedHost(KayanHost host, FakeTwilio twilio) => (Host, _twilio) = (host, twilio);

    public KayanHost Host { get; }

    public static async Task<ServedHost> StartAsync(Action<KayanHost> configure, StorageProvider? storage = null)
    {
        var twilio = await FakeTwilio.StartAsync();
        var host = new KayanHost(storage ?? StorageProvider.Sqlite)
            .With("Seed:Demo", "true")
            .With("Pipeline:AmbiguousGrace", "00:00:00.2")
            .With(twilio)
            .With(services => services.AddSingleton<TimeProvider>(new OfficeClock()));
        configure(host);
        await host.StartAsync();
        return new ServedHost(host, twilio);
    }

    public async Task ServeAndShowAsync()
    {
        await ServeAsync();
        await ShowAsync();
    }

    /// <summary>What the service has sent in its own words so far, each as its command.</summary>
    public async Task<List<T>> OwnStatementsAsync<T>(Func<string, DbCommand, T> select)
    {
        var written = await Host.Services.GetRequiredService<WriteQueue>().RunAsync(batch => All(batch), default);
        using var session = await Host.Services.GetRequiredService<DatabaseProvider>().OpenToReadAsync(default);
        await Host.Services.GetRequiredService<Backlog>().ReadAsync(session, default);
        return [.. written, .. All(session)];

        List<T> All(SqlSession sent) => sent.Statements.ToList().ConvertAll(sql => select(sql, sent.Command(sql)));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    private async Task ServeAsync()
    {
        var person = DemoData.People[0];
        var phone = _twilio.Phone(Host, person.Phone);
        await phone.WhatsAppAsync("السلام عليكم");
        await phone.WhatsAppAsync("نعم");
        await phone.WhatsAppAsync("وين وصل طلبي");
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains($"{person.RequestNumber}", StringComparison.Ordinal));
        using var move = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Address, $"/api/v1/requests/{person.RequestNumber}/stage"))
        {
            Content = JsonContent.Create(new { to = "Approved", reason = "اكتملت الدراسة" }),
        };
        move.Headers.Add("X-Api-Key", DemoData.ApiKey);
        using var answer = await Host.Client.SendAsync(move);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains("التقييم حق لك", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        await phone.WhatsAppAsync("٥");
        await phone.WhatsAppAsync("ابي اكلم موظفة");
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains("قائمة الانتظار", StringComparison.Ordinal));
        await phone.WhatsAppAsync("توقف");
        await Task.Delay(500); // the sender's and the reconciler's next look
    }

    private async Task ShowAsync()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var waiting = scope.ServiceProvider.GetRequiredService<WaitingList>();
        var row = Assert.Single(await waiting.WaitingAsync(default));
        Assert.Empty(await waiting.OwnedByAsync(1, default));
        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<ConversationReader>().ReadAsync(row.ConversationId, 200, default));
        var requests = scope.ServiceProvider.GetRequiredService<RequestReader>();
        Assert.NotEmpty(await requests.ListAsync(new RequestFilter(), RequestReader.Page, default));
        Assert.NotEmpty(await requests.ListAsync(new RequestFilter { Stage = RequestStage.Approved }, RequestReader.Page, default));
        Assert.NotNull(await requests.ReadAsync($"{DemoData.People[0].RequestNumber}", default));
        var measures = await Host.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("kayan_outbox_age_seconds", measures, StringComparison.Ordinal); // absent where it could not be read
        Assert.NotEmpty(await Host.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }
}
