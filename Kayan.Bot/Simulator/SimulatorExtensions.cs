using Kayan.Bot.Domain.People;
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

        builder.Services.AddSingleton<SimulatedPhones>();
        builder.Services.AddHttpClient<SimulatedWebhooks>().UseSocketsHttpHandler((handler, _) => handler.UseProxy = false);
        builder.Services.AddSingleton<SimulatedTwilio>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatedTwilio>());
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
        var api = endpoints.ServiceProvider.GetRequiredService<SimulatedTwilio>();
        group.MapPost("/twilio/2010-04-01/Accounts/{account}/Messages.json", (HttpRequest request) => api.SendAsync(request)).DisableAntiforgery();
        group.MapGet("/twilio/2010-04-01/Accounts/{account}/Messages.json", (HttpRequest request) => api.List(request));
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

        var mine = new PhoneMessage(SimulatedWebhooks.NewSid(), true, draft.Text, time.GetUtcNow(), "queued", false);
        phones.Show(draft.Address, mine);
        var status = await webhooks.PostMessageAsync(mine.Id, draft.Address, draft.Text, cancellationToken);
        phones.Show(draft.Address, mine with { Status = status == 200 ? "read" : "failed" });
        return TypedResults.Json(new { status });
    }

    /// <summary>What the page posts.</summary>
    private sealed record PhoneDraft(string Address, string Text);
}
