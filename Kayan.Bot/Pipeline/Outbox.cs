using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Observability;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>Writes outgoing messages into a transaction. Sending is another's business, after the commit.</summary>
internal sealed class Outbox(OutboxSignal signal, ConversationFeed feed, TimeProvider time)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ReplyLife = TimeSpan.FromHours(2);
    private static readonly TimeSpan NoticeLife = TimeSpan.FromHours(24);

    /// <summary>Adds a message to the tracked changes. Call <see cref="Announce"/> after the commit.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="conversation">Where it goes.</param>
    /// <param name="activity">What is said.</param>
    /// <param name="author">Who says it.</param>
    /// <param name="messageClass">Decides how long it is worth sending.</param>
    /// <param name="workerId">The member of staff, where one says it.</param>
    public void Add(KayanDbContext db, Conversation conversation, Activity activity, Author author, MessageClass messageClass, long? workerId = null)
    {
        var now = time.GetUtcNow();
        var message = new Message
        {
            Conversation = conversation,
            Author = author,
            WorkerId = workerId,
            Text = activity.Text,
            Activity = ActivityJson.Write(activity),
            At = now,
        };
        if (conversation.Channel == ChannelKind.WebChat)
        {
            db.Messages.Add(message);
            return;
        }

        db.OutboxMessages.Add(new OutboxMessage
        {
            Conversation = conversation,
            Message = message,
            Channel = conversation.Channel,
            To = conversation.Address,
            Class = messageClass,
            Priority = Priority(messageClass),
            DueAt = now,
            CreatedAt = now,
            ExpiresAt = now + Life(messageClass),
            TraceParent = Spans.Context,
        });
    }

    /// <summary>Says that there is something to send or to show.</summary>
    public void Announce(long conversationId)
    {
        signal.Raise();
        feed.Publish(conversationId);
    }

    /// <summary>What somebody waits for goes before news, and news before questions.</summary>
    public static int Priority(MessageClass messageClass) => messageClass switch
    {
        MessageClass.Code or MessageClass.Reply => 0,
        MessageClass.Service => 1,
        MessageClass.Survey => 2,
        _ => 3,
    };

    /// <summary>The least urgent priority that may go at that instant: at night only what somebody waits for.</summary>
    public static int LeastPriority(QuietHours quiet, DateTimeOffset at) =>
        Enum.GetValues<MessageClass>().Where(messageClass => quiet.Allows(messageClass, at)).Max(Priority);

    /// <summary>A code is of no use after ten minutes, a reply after two hours, news after a day.</summary>
    public static TimeSpan Life(MessageClass messageClass) => messageClass switch
    {
        MessageClass.Code => CodeLife,
        MessageClass.Reply => ReplyLife,
        _ => NoticeLife,
    };
}
