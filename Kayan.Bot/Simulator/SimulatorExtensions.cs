using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Simulator;

internal static class SimulatorExtensions
{
    private const string Page = "/simulator";

    /// <summary>A phone for developers, and the provider behind it. Development only.</summary>
    public static void AddSimulator(this IHostApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.Services.AddSingleton<SimulatedPhones>().AddSingleton<SimulatedContents>();
        builder.Services.AddHttpClient<SimulatedWebhooks>().UseSocketsHttpHandler((handler, _) => handler.UseProxy = false);
        builder.Services.AddSingleton<SimulatedTwilio>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatedTwilio>());
        builder.Services.AddHostedService<SimulatedApproval>();
    }

    /// <summary>The page and what it talks to. Development only.</summary>
    public static void MapSimulator(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            return;
        }

        var group = endpoints.MapGroup(Page).AllowAnonymous();
        group.MapGet("", () => File("index.html", "text/html; charset=utf-8"));
        group.MapGet("/app.css", () => File("app.css", "text/css; charset=utf-8"));
        group.MapGet("/app.js", () => File("app.js", "text/javascript; charset=utf-8"));
        group.MapGet("/people", PeopleAsync);
        group.MapGet("/phone", WatchAsync);
        group.MapPost("/phone", WriteAsync).DisableAntiforgery();
        group.MapPost("/trouble", Trouble).DisableAntiforgery();
        group.MapGet("/window", WindowAsync);
        group.MapPost("/window/close", CloseWindowAsync).DisableAntiforgery();
        var api = endpoints.ServiceProvider.GetRequiredService<SimulatedTwilio>();
        group.MapPost("/twilio/2010-04-01/Accounts/{account}/Messages.json", (HttpRequest request) => api.SendAsync(request)).DisableAntiforgery();
        group.MapGet("/twilio/2010-04-01/Accounts/{account}/Messages.json", (HttpRequest request) => api.List(request));
        var contents = endpoints.ServiceProvider.GetRequiredService<SimulatedContents>();
        group.MapPost("/twilio/v1/Content", contents.Create).DisableAntiforgery();
        group.MapGet("/twilio/v1/Content", contents.List);
        group.MapPost("/twilio/v1/Content/{sid}/ApprovalRequests/whatsapp", contents.Submit).DisableAntiforgery();
        group.MapGet("/twilio/v1/Content/{sid}/ApprovalRequests", contents.Approval);
    }

    private static FileStreamHttpResult File(string name, string type) =>
        TypedResults.Stream(typeof(SimulatorExtensions).Assembly.GetManifestResourceStream($"simulator/{name}")!, type);

    /// <summary>The first people of the case file, so that one need not know their numbers.</summary>
    private static async Task<IResult> PeopleAsync(KayanDbContext db, CancellationToken cancellationToken)
    {
        var people = await db.People.OrderBy(person => person.Id).Take(12)
            .SelectMany(person => person.Addresses.Where(address => address.Kind == AddressKind.Phone).OrderBy(address => address.Id).Take(1),
                (person, address) => new { person.FullName, Phone = address.Value })
            .ToListAsync(cancellationToken);
        return TypedResults.Json(people);
    }

    private static ServerSentEventsResult<PhoneMessage> WatchAsync([FromQuery] string address, SimulatedPhones phones, IHostApplicationLifetime life, CancellationToken gone)
    {
        var until = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping).Token;
        return TypedResults.ServerSentEvents(phones.WatchAsync(address, until));
    }

    private static async Task<IResult> WriteAsync(
        PhoneDraft draft, SimulatedPhones phones, SimulatedWebhooks webhooks, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(draft.Address.Replace("whatsapp:", "", StringComparison.Ordinal), out _))
        {
            return TypedResults.BadRequest();
        }

        var mine = new PhoneMessage(SimulatedWebhooks.NewSid(), true, draft.Text, time.GetUtcNow(), "queued");
        phones.Show(draft.Address, mine);
        var status = await webhooks.PostMessageAsync(mine.Id, draft.Address, draft.Text, draft.Tap, cancellationToken);
        phones.Show(draft.Address, mine with { Status = status == 200 ? "read" : "failed" });
        return TypedResults.Json(new { status });
    }

    private static NoContent Trouble(TroubleDraft draft, SimulatedTwilio twilio)
    {
        twilio.Trouble(draft.Address, draft.Code == 0 ? null : new PhoneTrouble(draft.Code, draft.Later ? TroubleAt.Delivery : TroubleAt.Request));
        return TypedResults.NoContent();
    }

    /// <summary>When WhatsApp's 24 hours end; null where the person has not written yet.</summary>
    private static async Task<IResult> WindowAsync([FromQuery] string address, KayanDbContext db, CancellationToken cancellationToken)
    {
        var known = await FindAsync(db, address, cancellationToken);
        return TypedResults.Json(new { closesAt = known?.LastInboundAt is null ? null : SessionWindow.ClosesAt(known.Channel, known.LastInboundAt) });
    }

    /// <summary>Lets the person be silent for a day, for those who do not want to wait.</summary>
    private static async Task<IResult> CloseWindowAsync(PhoneDraft draft, KayanDbContext db, WriteQueue writes, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, draft.Address, cancellationToken) is { LastInboundAt: { } last } known)
        {
            known.LastInboundAt = last - SessionWindow.Length;
            await writes.SaveChangesAsync(db, cancellationToken);
        }

        return await WindowAsync(draft.Address, db, cancellationToken);
    }

    private static Task<Conversation?> FindAsync(KayanDbContext db, string address, CancellationToken cancellationToken)
    {
        const string Prefix = "whatsapp:";
        var isWhatsApp = address.StartsWith(Prefix, StringComparison.Ordinal);
        var (channel, phone) = isWhatsApp ? (ChannelKind.WhatsApp, address[Prefix.Length..]) : (ChannelKind.Sms, address);
        return db.Conversations.FirstOrDefaultAsync(c => c.Channel == channel && c.Address == phone, cancellationToken);
    }

    /// <summary>What the page posts.</summary>
    internal sealed record PhoneDraft(string Address, string Text = "", PhoneTap? Tap = null);

    /// <summary>What shall go wrong next; 0: nothing.</summary>
    internal sealed record TroubleDraft(string Address, int Code, bool Later);
}
