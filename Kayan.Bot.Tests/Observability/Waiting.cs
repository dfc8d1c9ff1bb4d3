using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Incidents;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Kayan.Bot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Observability;

/// <summary>The real service in which nothing is handled or sent, so that what waits goes on waiting; its clock is set.</summary>
internal sealed class Waiting : IAsyncDisposable
{
    private int _conversations;

    public KayanHost Host { get; } = new();

    /// <summary>Begins now, as the jobs keep the time of the machine.</summary>
    public SetClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public HttpClient Client => Host.Client;

    public static async Task<Waiting> StartAsync(Action<KayanHost>? configure = null)
    {
        var waiting = new Waiting();
        waiting.Host
            .With("Observability:ReadEvery", "00:00:00").With("Pipeline:Turns", "0")
            .With(services =>
            {
                services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(waiting.Clock);
                services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxSender)));
            });
        configure?.Invoke(waiting.Host);
        await waiting.Host.StartAsync();
        return waiting;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Task ReceivedAsync(TimeSpan ago) => WriteAsync(db =>
    {
        var (conversation, message) = Said(Author.Person);
        db.InboxMessages.Add(new InboxMessage
        {
            Source = "twilio",
            ExternalId = $"SM{_conversations}",
            Conversation = conversation,
            Message = message,
            ReceivedAt = Clock.GetUtcNow() - ago,
        });
    });

    /// <summary>A message that has been due for so long; <paramref name="before"/> is one of its conversation that goes before it.</summary>
    public Task DueAsync(TimeSpan ago, MessageClass messageClass = MessageClass.Reply, OutboxState? before = null) => WriteAsync(db =>
    {
        var (conversation, message) = Said(Author.Bot);
        if (before is { } state)
        {
            db.OutboxMessages.Add(Queued(conversation, message, messageClass, state, Clock.GetUtcNow().AddMinutes(1)));
            message = Said(Author.Bot, conversation).Message;
        }

        db.OutboxMessages.Add(Queued(conversation, message, messageClass, OutboxState.Pending, Clock.GetUtcNow() - ago));
    });

    public Task WaitsForAHumanAsync(TimeSpan ago) => WriteAsync(db =>
    {
        var (conversation, message) = Said(Author.Person);
        db.Messages.Add(message);
        db.SaveChanges();
        db.Handoffs.Add(new Handoff
        {
            ConversationId = conversation.Id,
            Reason = HandoffReason.Asked,
            Urgency = Urgency.Normal,
            RequestedAt = Clock.GetUtcNow() - ago,
        });
    });

    public async Task RaiseAsync(IncidentKind kind) =>
        await Host.Services.GetRequiredService<IncidentLog>().RaiseAsync(kind, "subject", null, default);

    public async Task ResolveAsync(IncidentKind kind) =>
        await Host.Services.GetRequiredService<IncidentLog>().ResolveAsync(kind, "subject", default);

    private static OutboxMessage Queued(
        Conversation conversation, Message message, MessageClass messageClass, OutboxState state, DateTimeOffset due) => new()
        {
            Conversation = conversation,
            Message = message,
            Channel = ChannelKind.WhatsApp,
            To = conversation.Address,
            Class = messageClass,
            Priority = Outbox.Priority(messageClass),
            State = state,
            DueAt = due,
            CreatedAt = due,
            ExpiresAt = due.AddDays(2),
        };

    private (Conversation Conversation, Message Message) Said(Author author, Conversation? conversation = null)
    {
        conversation ??= new Conversation
        {
            Channel = ChannelKind.WhatsApp,
            Address = $"+96650000{Interlocked.Increment(ref _conversations):0000}",
            CreatedAt = Clock.GetUtcNow(),
        };
        return (conversation, new Message { Conversation = conversation, Author = author, Activity = OutboxRow.Forgotten, At = Clock.GetUtcNow() });
    }

    private Task<int> WriteAsync(Action<KayanDbContext> change) => Host.DatabaseAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });
}
