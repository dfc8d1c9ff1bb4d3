using System.Globalization;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>Stands for the dialogs in tests of the jobs: says the name of the follow-up that is due, once.</summary>
internal sealed class NoticeBot(KayanDbContext db, TimeProvider time) : ActivityHandler
{
    protected override async Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var id = long.Parse(turnContext.Activity.Value.ToString()!, CultureInfo.InvariantCulture);
        var followUp = await db.FollowUps.FindAsync([id], cancellationToken);
        if (followUp!.Settle(FollowUpState.Sent, time.GetUtcNow()))
        {
            await turnContext.SendActivityAsync(MessageFactory.Text($"{followUp.Kind} {followUp.Ordinal}"), cancellationToken);
        }
    }
}
