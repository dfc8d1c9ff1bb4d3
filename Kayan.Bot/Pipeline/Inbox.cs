using Kayan.Bot.Files;
using Kayan.Bot.Observability;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>Takes messages in. Nothing else happens before they are on the disk; what was taken in has its turn exactly once.</summary>
internal sealed class Inbox(WriteQueue writes, InboxSignal signal, FileSignal files, ConversationFeed feed, TimeProvider time)
{
    private const string FileRow =
        """
        INSERT INTO Files (Id, MessageId, Name, ContentType, Content, State, Source, DueAt, Attempts)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, 0)
        """;

    /// <summary>Stores a message of a person. Completes after the commit and never waits for the turn.</summary>
    /// <exception cref="StorageUnavailableException">It was not stored: the sender has to try again.</exception>
    public async Task<InboxReceipt> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var json = ActivityJson.Write(message.Activity);
        var context = Spans.Context;
        var receipt = await writes.RunUnguardedAsync(batch => Insert(batch, message, json, now, context), cancellationToken);
        if (receipt.Outcome == InboxOutcome.Stored)
        {
            signal.Raise(receipt.ConversationId);
            feed.Publish(receipt.ConversationId);
            foreach (var file in message.Media)
            {
                files.Raise(file.Id);
            }
        }

        return receipt;
    }

    /// <summary>Adds an event for the dialogs to the caller's transaction. Call <see cref="Announce"/> after the commit.</summary>
    public void Add(KayanDbContext db, string source, string externalId, Conversation conversation, Activity @event)
    {
        var now = time.GetUtcNow();
        var message = new Message
        {
            Author = Author.System,
            Activity = ActivityJson.Write(@event),
            At = now,
            Conversation = conversation,
        };
        db.InboxMessages.Add(new InboxMessage
        {
            Source = source,
            ExternalId = externalId,
            Conversation = conversation,
            Message = message,
            ReceivedAt = now,
            TraceParent = Spans.Context,
        });
    }

    /// <summary>Says that a conversation has something to handle. Losing it costs a moment: the pump also looks by itself.</summary>
    public void Announce(long conversationId) => signal.Raise(conversationId);

    private static InboxReceipt Insert(WriteBatch batch, IncomingMessage message, string json, DateTimeOffset now, string? context)
    {
        var found = Find(batch, message);
        if (found.Known is { } receipt)
        {
            return receipt;
        }

        var conversation = InboxAddress.Settle(batch, message, found, now);
        var id = batch.Insert(
            "INSERT INTO Messages (ConversationId, Author, Text, Activity, At) VALUES (@p0, 'Person', @p1, @p2, @p3)",
            conversation, message.Activity.Text, json, now);
        foreach (var file in message.Files)
        {
            batch.Execute(FileRow, file.Id, id, file.Name, file.ContentType, file.Content, nameof(FileState.Stored), null, null);
        }

        foreach (var file in message.Media)
        {
            batch.Execute(FileRow, file.Id, id, string.Empty, file.ContentType, Array.Empty<byte>(), nameof(FileState.Waiting), file.Source, now);
        }

        batch.Execute(
            """
            INSERT INTO InboxMessages (MessageId, Source, ExternalId, ConversationId, ReceivedAt, Attempts, TraceParent)
            VALUES (@p0, @p1, @p2, @p3, @p4, 0, @p5)
            """,
            id, message.Source, message.ExternalId, conversation, now, context);
        return new(InboxOutcome.Stored, conversation, id);
    }

    /// <summary>
    /// What there is already: the message itself, when it was brought twice, and the conversations of the address and of WhatsApp's own id
    /// of the person.
    /// </summary>
    private static InboxFinding Find(WriteBatch batch, IncomingMessage message)
    {
        using var found = batch.Command(
            """
            SELECT i.ConversationId, i.MessageId, c.Id, c.ExternalUserId, u.Id, u.Address FROM (SELECT 1 AS N) AS One
            LEFT JOIN InboxMessages i ON i.Source = @p0 AND i.ExternalId = @p1
            LEFT JOIN Conversations c ON c.Channel = @p2 AND c.Address = @p3
            LEFT JOIN Conversations u ON u.ExternalUserId = @p4
            """,
            message.Source, message.ExternalId, InboxAddress.Name(message.Channel), message.Address, message.ExternalUserId).ExecuteReader();
        found.Read();
        return new(
            found.IsDBNull(0) ? null : new InboxReceipt(InboxOutcome.Duplicate, found.GetInt64(0), found.GetInt64(1)),
            found.IsDBNull(2) ? null : found.GetInt64(2),
            found.IsDBNull(3) ? null : found.GetString(3),
            found.IsDBNull(4) ? null : found.GetInt64(4),
            found.IsDBNull(5) ? null : found.GetString(5));
    }
}
