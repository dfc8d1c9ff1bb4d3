using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>Takes the provider's reports on what was sent. Reports come late, twice and out of order; a message only moves forward.</summary>
internal sealed class DeliveryReports(WriteQueue writes, SmsFallback fallback, OutboxSignal signal, ConversationFeed feed, TimeProvider time)
{
    /// <summary>Records a report. One that names an unknown message, or another id than the one on record, changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not recorded: the provider has to report again.</exception>
    public async Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        var conversation = await writes.RunAsync(batch => Write(batch, report, time.GetUtcNow()), cancellationToken);
        if (conversation is { } changed)
        {
            signal.Raise();
            feed.Publish(changed);
        }
    }

    private long? Write(WriteBatch batch, DeliveryReport report, DateTimeOffset now)
    {
        if (Read(batch, report) is not { } message)
        {
            return null;
        }

        switch (report.Reason)
        {
            case RefusalReason.OutsideWindow when !message.WasRefused:
                SendAsTemplate(batch, report, now);
                return message.ConversationId;
            case RefusalReason.OptedOut:
                OptOut.Record(batch, message.ConversationId, report.ErrorCode!.Value, now);
                break;
            case RefusalReason.NotDelivered or RefusalReason.OutsideWindow when message.Delivery < DeliveryStatus.Failed:
                fallback.Insert(batch, report.OutboxId, now);
                break;
        }

        var next = DeliveryStatusRank.Advance(message.Delivery, report.Status);
        batch.Execute(
            """
            UPDATE OutboxMessages SET Sid = @p1, Delivery = @p2, ErrorCode = CASE WHEN @p2 IN ('Failed', 'Undelivered') THEN CAST(@p3 AS int) END,
                   State = CASE WHEN State IN ('Claimed', 'Ambiguous', 'Unknown', 'Pending') THEN 'Accepted' ELSE State END
            WHERE Id = @p0
            """,
            report.OutboxId, report.Sid, next.ToString(), next == report.Status ? report.ErrorCode : null);
        if (message.IsCode)
        {
            OutboxRow.Forget(batch, report.OutboxId);
        }

        return message.ConversationId;
    }

    private static Reported? Read(WriteBatch batch, DeliveryReport report)
    {
        using var row = batch.Command(
            "SELECT ConversationId, Delivery, Sid, RefusedSid, Class FROM OutboxMessages WHERE Id = @p0", report.OutboxId).ExecuteReader();
        if (!row.Read() || (!row.IsDBNull(2) && row.GetString(2) != report.Sid) || (!row.IsDBNull(3) && row.GetString(3) == report.Sid))
        {
            return null;
        }

        return new(row.GetInt64(0), Enum.Parse<DeliveryStatus>(row.GetString(1)), !row.IsDBNull(3), row.GetString(4) == nameof(MessageClass.Code));
    }

    // It did not reach the person, so that sending it again cannot reach them twice. Later reports on the refused one are old news.
    private static void SendAsTemplate(WriteBatch batch, DeliveryReport report, DateTimeOffset now) => batch.Execute(
        """
        UPDATE OutboxMessages SET State = 'Pending', Sid = NULL, RefusedSid = @p1, Delivery = 'None', ErrorCode = @p2, DueAt = @p3, Attempts = 0, FirstTriedAt = NULL
        WHERE Id = @p0
        """,
        report.OutboxId, report.Sid, report.ErrorCode, now);

    private readonly record struct Reported(long ConversationId, DeliveryStatus Delivery, bool WasRefused, bool IsCode);
}
