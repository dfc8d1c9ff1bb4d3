using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CaseFile;

/// <summary>The waiting list, as far as this conversation is concerned.</summary>
internal sealed class HandoffFile(KayanDbContext db, CurrentConversation conversation, TimeProvider time) : IHandoffs
{
    public async Task<bool> AskAsync(HandoffReason reason, Urgency urgency, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } open)
        {
            open.Urgency = open.Urgency < urgency ? urgency : open.Urgency;
            return false;
        }

        db.Handoffs.Add(new Domain.Handoffs.Handoff
        {
            ConversationId = conversation.Id,
            Reason = reason,
            Urgency = urgency,
            RequestedAt = time.GetUtcNow(),
        });
        return true;
    }

    public async Task LeaveAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken))?.Leave(time.GetUtcNow());

    private async Task<Domain.Handoffs.Handoff?> OpenAsync(CancellationToken cancellationToken) =>
        db.Handoffs.Local.FirstOrDefault(handoff => handoff.ConversationId == conversation.Id && handoff.State != HandoffState.Closed)
        ?? await db.OpenHandoffs.FirstOrDefaultAsync(handoff => handoff.ConversationId == conversation.Id, cancellationToken);
}
