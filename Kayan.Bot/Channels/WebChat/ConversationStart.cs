using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Opens a visitor's conversation on file and tells the bot once, so that it greets once.</summary>
internal sealed class ConversationStart(IServiceScopeFactory scopes, Inbox inbox, WriteQueue writes, Transcript transcript, TimeProvider time)
{
    /// <summary>False where the conversation was there already.</summary>
    public async Task<bool> StartAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        if (await transcript.FindAsync(visitor, cancellationToken) is not null)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KayanDbContext>();
        var conversation = new Conversation { Channel = ChannelKind.WebChat, Address = visitor.UserId, CreatedAt = time.GetUtcNow() };
        db.Conversations.Add(conversation);
        inbox.Add(db, "directline", $"{visitor.ConversationId}:start", conversation, Event(visitor));
        try
        {
            await writes.SaveChangesAsync(db, CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            if (await transcript.FindAsync(visitor, cancellationToken) is null)
            {
                throw;
            }

            return false; // another request of the same visitor was first
        }

        inbox.Announce(conversation.Id);
        return true;
    }

    private static Activity Event(Visitor visitor) => new(ActivityTypes.Event)
    {
        Name = BotEvents.ConversationStarted,
        ChannelId = IncomingActivity.Channel,
        From = new ChannelAccount(visitor.UserId, role: RoleTypes.User),
        Conversation = new ConversationAccount(id: visitor.ConversationId),
    };
}
