using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>News for somebody who proved who they are without showing their number.</summary>
public sealed class HiddenPhoneTests
{
    private const string UserId = "SA.1A2B3C";

    [Fact]
    public async Task Notice_ForAPersonWithAnIdOnWhatsApp_GoesThere()
    {
        await using var host = await new FlowHost().StartAsync();
        var request = await host.ReceiveAsync(onWhatsApp: false);
        await host.QuietAsync(request); // a turn that the move overtakes is tried again later, which on a set clock never comes
        await host.WriteAsync(async db => db.Addresses.Add(Address.OfWhatsAppUser(await db.People.Select(p => p.Id).SingleAsync(), UserId)));
        await host.MoveAsync(request, RequestStage.DataCheck);
        await host.QuietAsync(request);

        Assert.Contains(host.WhatsApp.Sent, message => message.To == UserId);
        var conversation = await host.DatabaseAsync(db => db.Conversations.SingleAsync(c => c.Address == UserId));
        Assert.Equal(UserId, conversation.ExternalUserId);
    }
}
