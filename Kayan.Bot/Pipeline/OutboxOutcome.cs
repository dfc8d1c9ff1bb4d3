using System.Globalization;
using Kayan.Bot.Channels;
using Kayan.Bot.Incidents;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>Writes what became of a send. A row that a callback settled meanwhile stays as it is.</summary>
internal static class OutboxOutcome
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public static int Write(
        WriteBatch batch, OutboxClaim message, SendOutcome outcome, double jitter, PipelineOptions options, SmsFallback fallback, DateTimeOffset now)
    {
        return outcome switch
        {
            SendOutcome.Accepted accepted => Accept(batch, message, accepted.Sid),
            SendOutcome.Failed failed => GoAnotherWay(failed.OtherWay) + Fail(batch, message, failed.Code) + Tell(failed.Ours, failed.Code),
            SendOutcome.NoTemplate missing => GoAnotherWay(true) + Fail(batch, message, missing.Code)
                + IncidentLog.Raise(batch, IncidentKind.TemplateMissing, missing.Template, null, now),
            SendOutcome.OptedOut optedOut => Fail(batch, message, optedOut.Code) + OptOut.Record(batch, message.ConversationId, optedOut.Code, now),
            SendOutcome.Looping => Close(batch, message, Stop(batch, message.Id))
                + IncidentLog.Raise(batch, IncidentKind.SendLoop, message.ConversationId.ToString(CultureInfo.InvariantCulture), null, now),
            SendOutcome.Retry retry when message.Attempts + 1 >= options.SendAttempts =>
                GoAnotherWay(true) + Fail(batch, message, retry.Code) + Tell(retry.Ours, retry.Code),
            SendOutcome.Retry retry => Later(batch, message, retry, jitter, now) + Tell(retry.Ours, retry.Code),
            SendOutcome.Ambiguous => Doubt(batch, message.Id, now + options.AmbiguousGrace),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

        int GoAnotherWay(bool there) => there ? fallback.Insert(batch, message.Id, now) : 0;

        int Tell(bool ours, int? code) => ours
            ? IncidentLog.Raise(batch, IncidentKind.ProviderRefuses, (code ?? 0).ToString(CultureInfo.InvariantCulture), null, now)
            : 0;
    }

    public static int Accept(WriteBatch batch, OutboxClaim message, string sid) => Close(batch, message, batch.Execute(
        """
        UPDATE OutboxMessages SET State = 'Accepted', Sid = @p1, Delivery = CASE Delivery WHEN 'None' THEN 'Accepted' ELSE Delivery END
        WHERE Id = @p0 AND State IN ('Claimed', 'Ambiguous') AND Sid IS NULL
        """,
        message.Id, sid));

    /// <summary>The provider certainly has not got it: it may be sent again.</summary>
    public static int Again(WriteBatch batch, Guid id, DateTimeOffset at) => batch.Execute(
        "UPDATE OutboxMessages SET State = 'Pending', DueAt = @p1 WHERE Id = @p0 AND State = 'Ambiguous'",
        id, at);

    public static int GiveUp(WriteBatch batch, OutboxClaim message) => Close(batch, message, batch.Execute(
        "UPDATE OutboxMessages SET State = 'Unknown' WHERE Id = @p0 AND State = 'Ambiguous'",
        message.Id));

    private static int Stop(WriteBatch batch, Guid id) =>
        batch.Execute("UPDATE OutboxMessages SET State = 'Looping' WHERE Id = @p0 AND State = 'Claimed'", id);

    private static int Fail(WriteBatch batch, OutboxClaim message, int? code) => Close(batch, message, batch.Execute(
        "UPDATE OutboxMessages SET State = 'Failed', ErrorCode = @p1 WHERE Id = @p0 AND State = 'Claimed'",
        message.Id, code));

    /// <summary>A code is not kept longer than it takes to send it, but as long: a row that another settles needs its text.</summary>
    private static int Close(WriteBatch batch, OutboxClaim message, int rows)
    {
        if (rows > 0 && message.IsCode)
        {
            OutboxRow.Forget(batch, message.Id);
        }

        return rows;
    }

    private static int Later(WriteBatch batch, OutboxClaim message, SendOutcome.Retry retry, double jitter, DateTimeOffset now)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, message.Attempts), LongestPause.TotalSeconds)) * jitter;
        var due = now + (retry.After > pause ? retry.After.Value : pause);
        return batch.Execute(
            "UPDATE OutboxMessages SET State = 'Pending', DueAt = @p1, ErrorCode = @p2 WHERE Id = @p0 AND State = 'Claimed'",
            message.Id, due, retry.Code);
    }

    private static int Doubt(WriteBatch batch, Guid id, DateTimeOffset at) => batch.Execute(
        "UPDATE OutboxMessages SET State = 'Ambiguous', DueAt = @p1 WHERE Id = @p0 AND State = 'Claimed'",
        id, at);
}
