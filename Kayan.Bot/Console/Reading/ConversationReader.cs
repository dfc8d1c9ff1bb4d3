using System.Globalization;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Console.Reading;

/// <summary>Reads a conversation for the console.</summary>
internal sealed class ConversationReader(KayanDbContext db)
{
    public const int Page = 200;

    /// <summary>The conversation with its newest <paramref name="take"/> lines; null where there is none.</summary>
    public async Task<ConversationView?> ReadAsync(long id, int take, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (conversation is null)
        {
            return null;
        }

        var phone = conversation.Address.StartsWith('+') ? conversation.Address : null;
        var person = await (
            from address in db.Addresses
            where address.Value == conversation.Address || address.Value == conversation.ExternalUserId
            orderby address.Kind
            join owner in db.People on address.PersonId equals owner.Id
            select new { owner.Id, owner.FullName }).FirstOrDefaultAsync(cancellationToken);
        var handoffs = await db.Handoffs.AsNoTracking().Where(h => h.ConversationId == id).OrderBy(h => h.Id)
            .ToListAsync(cancellationToken);
        var messages = await MessagesAsync(id, take + 1, cancellationToken);
        var names = await NamesAsync(handoffs, messages, cancellationToken);
        var open = handoffs.SingleOrDefault(h => h.State != HandoffState.Closed);

        var hasEarlier = messages.Count > take;
        var received = messages.Where(m => m.Message.Author == Author.Person).ToDictionary(m => m.Message.Id, m => ActivityJson.Read(m.Message.Activity));
        var sent = await Sent.ReadAsync(db, received.Values, cancellationToken);
        var lines = messages.TakeLast(take).Select(m => Line(m, conversation.Channel, names, sent, received.GetValueOrDefault(m.Message.Id))).ToList();
        var since = hasEarlier ? lines[0].At : DateTimeOffset.MinValue;
        lines.AddRange(handoffs.SelectMany(h => Events(h, names)).Where(e => e.At >= since));
        return new ConversationView(
            id,
            conversation.Channel,
            phone,
            person?.FullName,
            SessionWindow.ClosesAt(conversation.Channel, conversation.LastInboundAt),
            open is null ? null : new(open.State, open.Reason, open.Urgency, open.RequestedAt, open.OwnerId, Name(names, open.OwnerId)),
            handoffs.Count(h => h.State == HandoffState.Closed),
            person is null ? [] : await RequestsAsync(person.Id, person.FullName, cancellationToken),
            [.. lines.OrderBy(l => l.At)],
            hasEarlier);
    }

    private async Task<List<MessageRow>> MessagesAsync(long id, int take, CancellationToken cancellationToken)
    {
        var rows = await (
            from message in db.Messages.AsNoTracking()
            where message.ConversationId == id && message.Author != Author.System
            from sending in db.OutboxMessages.Where(o => o.MessageId == message.Id).DefaultIfEmpty()
            orderby message.Id descending
            select new MessageRow(message, sending, sending != null && db.OutboxMessages.Any(o => o.FallbackOf == sending.Id)))
            .Take(take).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }

    private Task<List<RequestRow>> RequestsAsync(long personId, string name, CancellationToken cancellationToken) =>
        db.Requests.AsNoTracking().Where(r => r.PersonId == personId).OrderByDescending(r => r.Id)
            .Select(r => new RequestRow(r.Number, r.Title, r.Stage, r.StageSince, name, r.ServedBy)).ToListAsync(cancellationToken);

    private Task<Dictionary<long, string>> NamesAsync(
        List<Handoff> handoffs, List<MessageRow> messages, CancellationToken cancellationToken)
    {
        var ids = handoffs.Select(h => h.OwnerId).Concat(messages.Select(m => m.Message.WorkerId)).OfType<long>().Distinct().ToList();
        return db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }

    private static TranscriptLine Line(MessageRow row, ChannelKind channel, Dictionary<long, string> names, Sent sent, Activity? received)
    {
        var message = row.Message;
        var (state, hint) = (message.Author, row.Sending) switch
        {
            (Author.Person, _) => ((string?)null, (string?)null),
            (_, _) when row.WentBySms => ("Delivery.BySms", null),
            (_, { } sending) => DeliveryWords.Of(channel, sending.State, sending.Delivery, sending.ErrorCode),
            (_, null) => ("Delivery.OnPage", null),
        };
        return new TranscriptLine(
            string.Create(CultureInfo.InvariantCulture, $"m{message.Id}"),
            message.Author switch { Author.Person => Voice.Person, Author.Worker => Voice.Worker, _ => Voice.Bot },
            message.Text ?? string.Empty,
            Name(names, message.WorkerId),
            message.At,
            state,
            hint,
            received is null ? null : sent.FilesOf(received),
            received is null ? null : Sent.PlaceOf(received));
    }

    private static IEnumerable<TranscriptLine> Events(Handoff handoff, Dictionary<long, string> names)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"h{handoff.Id}");
        yield return new(key + "a", Voice.Event, $"Event.{handoff.Reason}", null, handoff.RequestedAt);
        if (handoff.TakenAt is { } taken)
        {
            yield return new(key + "t", Voice.Event, "Event.Taken", Name(names, handoff.OwnerId), taken);
        }

        if (handoff.ClosedAt is { } closed)
        {
            yield return handoff.OwnerId is null
                ? new(key + "c", Voice.Event, "Event.Left", null, closed)
                : new(key + "c", Voice.Event, "Event.GivenBack", handoff.Outcome, closed);
        }
    }

    private static string? Name(Dictionary<long, string> names, long? id) =>
        id is { } known ? names.GetValueOrDefault(known) : null;

    private sealed record MessageRow(Message Message, OutboxMessage? Sending, bool WentBySms);
}
