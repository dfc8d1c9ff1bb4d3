using System.Globalization;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// The provider says that the person wants no messages: that goes into the ledger as if they had told us, in the provider's code, and
/// what was still to be sent to them on any of their addresses is cancelled with it.
/// </summary>
internal static class OptOut
{
    private static readonly MessageClass[] Stopped = [MessageClass.Service, MessageClass.Survey, MessageClass.Awareness];

    public static int Record(WriteBatch batch, long conversationId, int code, DateTimeOffset now) =>
        Stopped.Sum(messageClass => Record(batch, conversationId, messageClass, code, now)) + CancelFollowUps(batch, conversationId, now);

    // Said once is enough: the ledger does not grow with every message that is refused.
    private static int Record(WriteBatch batch, long conversationId, MessageClass messageClass, int code, DateTimeOffset now) => batch.Execute(
        """
        INSERT INTO Consents (ConversationId, Class, Given, At, Way, Words)
        SELECT @p0, @p1, @p5, @p2, @p3, @p4
        WHERE NOT EXISTS (
            SELECT 1 FROM Consents WHERE Given = @p5 AND Id = (SELECT MAX(Id) FROM Consents WHERE ConversationId = @p0 AND Class = @p1))
        """,
        conversationId, messageClass.ToString(), now, nameof(ConsentWay.Refusal), code.ToString(CultureInfo.InvariantCulture), false);

    private static int CancelFollowUps(WriteBatch batch, long conversationId, DateTimeOffset now) => batch.Execute(
        """
        UPDATE FollowUps SET State = 'NotWanted', SettledAt = @p1
        WHERE State = 'Pending' AND RequestId IN (
            SELECT r.Id FROM Conversations c JOIN Addresses a ON a.Value IN (c.Address, c.ExternalUserId) JOIN Requests r ON r.PersonId = a.PersonId
            WHERE c.Id = @p0)
        """,
        conversationId, now);
}
