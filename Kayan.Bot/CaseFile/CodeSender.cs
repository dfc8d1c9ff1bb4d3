using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>Puts a code on its way as a text message. In the case file the line says that a code was sent, not which; the outbox forgets it once it is sent.</summary>
internal sealed class CodeSender(KayanDbContext db, Outbox outbox, Phrases phrases, TimeProvider time)
{
    public async Task SendAsync(string phone, string code, CancellationToken cancellationToken)
    {
        var phoneTalk = await db.Conversations.FirstOrDefaultAsync(c => c.Channel == ChannelKind.Sms && c.Address == phone, cancellationToken)
            ?? db.Conversations.Add(new Conversation { Channel = ChannelKind.Sms, Address = phone, CreatedAt = time.GetUtcNow() }).Entity;
        outbox.Add(db, phoneTalk, MessageFactory.Text(phrases.Get(VerificationText.Sms, code)), Author.Bot, MessageClass.Code);
        foreach (var line in db.ChangeTracker.Entries<Message>().Where(entry => entry.State == EntityState.Added))
        {
            line.Entity.Text = phrases.Get(VerificationText.SmsShown);
        }
    }
}
