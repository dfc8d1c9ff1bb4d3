using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>Takes the provider's reports on what was sent. Reports come late, twice and out of order; a message only moves forward.</summary>
internal sealed class DeliveryReports(WriteQueue writes, OutboxSignal signal, ConversationFeed feed)
{
    /// <summary>Records a report. One that names an unknown message, or another id than the one on record, changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not recorded: the provider has to report again.</exception>
    public async Task ReportAsync(Guid outboxId, string sid, DeliveryStatus status, int? errorCode, CancellationToken cancellationToken)
    {
        var conversation = await writes.RunAsync(batch => Write(batch, outboxId, sid, status, errorCode), cancellationToken);
        if (conversation is { } changed)
        {
            signal.Raise();
            feed.Publish(changed);
        }
    }

    private static long? Write(WriteBatch batch, Guid outboxId, string sid, DeliveryStatus status, int? errorCode)
    {
        long conversation;
        DeliveryStatus current;
        using (var row = batch.Command(
            "SELECT ConversationId, Delivery, Sid FROM OutboxMessages WHERE Id = @p0", OutboxId.Text(outboxId)).ExecuteReader())
        {
            if (!row.Read() || (!row.IsDBNull(2) && row.GetString(2) != sid))
            {
                return null;
            }

            (conversation, current) = (row.GetInt64(0), Enum.Parse<DeliveryStatus>(row.GetString(1)));
        }

        var next = DeliveryStatusRank.Advance(current, status);
        batch.Execute(
            """
            UPDATE OutboxMessages SET Sid = @p1, Delivery = @p2, ErrorCode = CASE WHEN @p2 IN ('Failed', 'Undelivered') THEN @p3 ELSE NULL END,
                   State = CASE WHEN State IN ('Claimed', 'Ambiguous', 'Unknown', 'Pending') THEN 'Accepted' ELSE State END
            WHERE Id = @p0
            """,
            OutboxId.Text(outboxId), sid, next.ToString(), next == status ? errorCode : null);
        return conversation;
    }
}
