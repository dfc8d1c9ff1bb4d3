using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Pipeline;

/// <summary>A conversation that begins inside a write unit.</summary>
internal static class ConversationRow
{
    public static long Insert(WriteBatch batch, ChannelKind channel, string address, string language, string? externalUserId, DateTimeOffset at) => batch.Insert(
        "INSERT INTO Conversations (Channel, Address, Language, CreatedAt, StateVersion, ExternalUserId) VALUES (@p0, @p1, @p2, @p3, 0, @p4)",
        InboxAddress.Name(channel), address, language, at, externalUserId);
}
