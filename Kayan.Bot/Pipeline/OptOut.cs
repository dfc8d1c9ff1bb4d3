using System.Globalization;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>The provider says that the person wants no messages: that goes into the ledger as if they had told us, in the provider's code.</summary>
internal static class OptOut
{
    public static int Record(WriteBatch batch, long conversationId, int code, DateTimeOffset now) =>
        Record(batch, conversationId, MessageClass.Service, code, now) + Record(batch, conversationId, MessageClass.Survey, code, now);

    // Said once is enough: the ledger does not grow with every message that is refused.
    private static int Record(WriteBatch batch, long conversationId, MessageClass messageClass, int code, DateTimeOffset now) => batch.Execute(
        """
        INSERT INTO Consents (ConversationId, Class, Given, At, Words)
        SELECT @p0, @p1, 0, @p2, @p3
        WHERE COALESCE((SELECT Given FROM Consents WHERE ConversationId = @p0 AND Class = @p1 ORDER BY Id DESC LIMIT 1), 1) <> 0
        """,
        conversationId, messageClass.ToString(), now.ToUnixTimeMilliseconds(), code.ToString(CultureInfo.InvariantCulture));
}
