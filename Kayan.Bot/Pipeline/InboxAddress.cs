using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// Which conversation a message belongs to. On WhatsApp a person has an id beside their phone number, or without one that we see: who is
/// known by the one and then writes with the other goes on in the same conversation. Nothing is written where nothing changes.
/// </summary>
internal static class InboxAddress
{
    /// <summary>The conversation, made or brought up to date where need be.</summary>
    public static long Settle(WriteBatch batch, IncomingMessage message, in InboxFinding found, DateTimeOffset at)
    {
        if (message.ExternalUserId is not { } userId)
        {
            return found.ByAddress ?? Create(batch, message, at);
        }

        return message.Address is ['+', ..] ? OfPhone(batch, message, found, userId, at) : OfUserId(batch, message, found, userId, at);
    }

    public static string Name(ChannelKind channel) => channel switch
    {
        ChannelKind.WhatsApp => nameof(ChannelKind.WhatsApp),
        ChannelKind.Sms => nameof(ChannelKind.Sms),
        _ => nameof(ChannelKind.WebChat),
    };

    private static long OfPhone(WriteBatch batch, IncomingMessage message, in InboxFinding found, string userId, DateTimeOffset at)
    {
        if (found.ByAddress is { } own)
        {
            if (found.UserIdOfAddress != userId)
            {
                TakeAway(batch, found.ByUserId);
                Remember(batch, own, userId);
            }

            return own;
        }

        if (found is { ByUserId: { } same, AddressOfUserId: not ['+', ..] })
        {
            batch.Execute("UPDATE Conversations SET Address = @p1 WHERE Id = @p0", same, message.Address);
            return same;
        }

        // The same id under another number: the person of that number is asked anew who they are.
        TakeAway(batch, found.ByUserId);
        return Create(batch, message, at);
    }

    private static long OfUserId(WriteBatch batch, IncomingMessage message, in InboxFinding found, string userId, DateTimeOffset at)
    {
        if (found.ByUserId is { } known)
        {
            return known;
        }

        if (found.ByAddress is not { } own)
        {
            return Create(batch, message, at);
        }

        Remember(batch, own, userId);
        return own;
    }

    private static void TakeAway(WriteBatch batch, long? other)
    {
        if (other is { } id)
        {
            batch.Execute("UPDATE Conversations SET ExternalUserId = NULL WHERE Id = @p0", id);
        }
    }

    private static void Remember(WriteBatch batch, long conversation, string userId) =>
        batch.Execute("UPDATE Conversations SET ExternalUserId = @p1 WHERE Id = @p0", conversation, userId);

    private static long Create(WriteBatch batch, IncomingMessage message, DateTimeOffset at) =>
        ConversationRow.Insert(batch, message.Channel, message.Address, "ar", message.ExternalUserId, at);
}
