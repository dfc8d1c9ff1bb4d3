using System.Text.RegularExpressions;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Pipeline;

/// <summary>People on WhatsApp with a phone number, with an id, and with first the one and then the other, through the webhook.</summary>
public abstract partial class WhoIsWritingTests(string storage) : IAsyncLifetime
{
    private const string Phone = "+966500000001";
    private const string UserId = "SA.1A2B3C4D5E6F7G8H9I0J";
    private const string NationalId = "1000000008";

    private readonly KayanHost _host = new KayanHost(storage).With(services => services.AddSingleton<TimeProvider>(new OfficeClock()));
    private FakeTwilio _twilio = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        await _host.With(_twilio).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [StorageFact]
    public async Task Id_WithoutAPhone_IsAnsweredUnderTheId()
    {
        await FromIdAsync("السلام عليكم");

        await HearsAsync(UserId, "حياك الله");
        var conversation = Assert.Single(await ConversationsAsync());
        Assert.Equal((UserId, UserId), (conversation.Address, conversation.ExternalUserId));
    }

    [StorageFact]
    public async Task Id_WhosePhoneShowsLater_GoesOnInTheSameConversation()
    {
        await FromIdAsync("السلام عليكم");
        await FromPhoneAsync("وين وصل طلبي", UserId);

        await HearsAsync(Phone, "غير مسجل");
        var conversation = Assert.Single(await ConversationsAsync());
        Assert.Equal((Phone, UserId), (conversation.Address, conversation.ExternalUserId));
    }

    [StorageFact]
    public async Task Phone_ThatHidesLater_GoesOnInTheSameConversation()
    {
        await FromPhoneAsync("السلام عليكم");
        await FromPhoneAsync("السلام عليكم", UserId);
        await FromIdAsync("السلام عليكم");

        var conversation = Assert.Single(await ConversationsAsync());
        Assert.Equal((Phone, UserId), (conversation.Address, conversation.ExternalUserId));
        Assert.Equal(3, await _host.DatabaseAsync(db => db.Messages.CountAsync(m => m.Author == Author.Person)));
    }

    [StorageFact]
    public async Task Id_OfTwoConversations_BelongsToThatOfThePhone()
    {
        await FromPhoneAsync("السلام عليكم");
        await FromIdAsync("السلام عليكم");
        await FromPhoneAsync("السلام عليكم", UserId);
        await FromIdAsync("السلام عليكم");

        var conversations = await ConversationsAsync();
        Assert.Equal([(Phone, UserId), (UserId, null)], conversations.Select(c => (c.Address, c.ExternalUserId)));
        Assert.Equal(3, await _host.DatabaseAsync(db => db.Messages.CountAsync(m => m.Author == Author.Person && m.ConversationId == conversations[0].Id)));
    }

    [StorageFact]
    public async Task Id_UnderAnotherNumber_IsAConversationOfItsOwn()
    {
        await FromPhoneAsync("السلام عليكم", UserId);
        await FromPhoneAsync("السلام عليكم", UserId, "+966500000002");

        Assert.Equal([(Phone, null), ("+966500000002", UserId)], (await ConversationsAsync()).Select(c => (c.Address, c.ExternalUserId)));
    }

    [StorageFact]
    public async Task Message_ThatTellsNothingNew_WritesNothingAboutItsConversation()
    {
        for (var i = 0; i < 3; i++)
        {
            await FromPhoneAsync("السلام عليكم", UserId);
            await FromIdAsync("السلام عليكم");
        }

        var statements = await _host.Services.GetRequiredService<WriteQueue>().RunAsync(batch => batch.Statements.ToList(), default);
        Assert.DoesNotContain(statements, sql => sql.StartsWith("UPDATE Conversations SET ExternalUserId", StringComparison.Ordinal)
            || sql.StartsWith("UPDATE Conversations SET Address", StringComparison.Ordinal));
        Assert.Single(statements, sql => sql.StartsWith("INSERT INTO Conversations", StringComparison.Ordinal));
    }

    [StorageFact]
    public async Task Id_ThatAsksForAStatus_ProvesOnceWhoItIs()
    {
        var number = await RequestAsync();
        await FromIdAsync("وين وصل طلبي", "منيرة بنت عبد الله");
        await HearsAsync(UserId, "ما رقم الطلب");
        await FromIdAsync(number);
        await HearsAsync(UserId, "آخر 4 أرقام");
        await FromIdAsync(NationalId[^4..]);
        var code = SixDigits().Match((await _twilio.Ledger.WaitAsync(message => message.To == Phone)).Body).Value;
        await FromIdAsync(code);
        await HearsAsync(UserId, number);

        var address = await _host.DatabaseAsync(db => db.Addresses.SingleAsync(a => a.Kind == AddressKind.WhatsAppUser));
        Assert.Equal((UserId, true), (address.Value, address.OnWhatsApp));
        Assert.Equal(await _host.DatabaseAsync(db => db.People.Select(p => p.Id).SingleAsync()), address.PersonId);

        await _host.DatabaseAsync(db => db.OneTimeCodes.ExecuteDeleteAsync()); // the proof of the moment is over
        var before = _twilio.Ledger.Messages.Count(message => message.Body.Contains(number, StringComparison.Ordinal));
        await FromIdAsync("وين وصل طلبي");
        await Eventually.HoldsAsync(() => Task.FromResult(
            _twilio.Ledger.Messages.Count(message => message.Body.Contains(number, StringComparison.Ordinal)) > before));

        // Their phone shows now, and is another than the one on file: who has proved it stays known.
        await FromPhoneAsync("وين وصل طلبي", UserId, "+966500000009");
        await HearsAsync("+966500000009", number);
    }

    [StorageFact]
    public async Task Id_WithTheWrongNumbers_StaysUnknown()
    {
        var number = await RequestAsync();
        await FromIdAsync("وين وصل طلبي");
        await HearsAsync(UserId, "ما رقم الطلب");
        await FromIdAsync(number);
        await HearsAsync(UserId, "آخر 4 أرقام");
        await FromIdAsync("9999");
        await HearsAsync(UserId, "البيانات لا تطابق");

        Assert.DoesNotContain(_twilio.Ledger.Messages, message => message.To == Phone);
        Assert.Single(await _host.DatabaseAsync(db => db.Addresses.ToListAsync()));
    }

    [StorageFact]
    public async Task ProfileName_OfAPersonOnFile_ProvesNothing()
    {
        await RequestAsync();
        await FromIdAsync("وين وصل طلبي", "منيرة بنت عبد الله");

        await HearsAsync(UserId, "ما رقم الطلب");
        var heard = _twilio.Ledger.Messages.Select(message => message.Body);
        Assert.DoesNotContain(heard, text => text.Contains("منيرة", StringComparison.Ordinal));
    }

    private async Task FromIdAsync(string text, string profileName = "سارة") =>
        await HandledAsync(await Sender(UserId).SendAsync((account, sid) => FakeTwilioWebhook.WithoutPhone(account, sid, UserId, text, profileName)));

    private async Task FromPhoneAsync(string text, string? userId = null, string phone = Phone) =>
        await HandledAsync(await Sender(phone).SendAsync((account, sid) =>
        [
            .. FakeTwilioWebhook.WhatsApp(account, sid, phone, text),
            .. userId is null ? Array.Empty<KeyValuePair<string, string>>() : [new("ExternalUserId", $"whatsapp:{userId}")],
        ]));

    private FakeTwilioPhone Sender(string address) => _twilio.Phone(_host, address);

    private Task HandledAsync(string sid) => Eventually.HoldsAsync(
        () => _host.DatabaseAsync(db => db.InboxMessages.AnyAsync(m => m.ExternalId == sid && m.HandledAt != null)));

    private Task<FakeTwilioMessage> HearsAsync(string address, string part) => _twilio.Ledger.WaitAsync(
        message => message.To == $"whatsapp:{address}" && message.Body.Contains(part, StringComparison.Ordinal), TimeSpan.FromSeconds(30));

    private Task<List<Conversation>> ConversationsAsync() =>
        _host.DatabaseAsync(db => db.Conversations.AsNoTracking().Where(c => c.Channel == ChannelKind.WhatsApp).OrderBy(c => c.Id).ToListAsync());

    private Task<string> RequestAsync() => _host.DatabaseAsync(async db =>
    {
        var person = new Person { FullName = "منيرة بنت عبد الله", NationalId = NationalId };
        person.Addresses.Add(new Address { Value = Phone });
        db.People.Add(person);
        await db.SaveChangesAsync();
        var request = Request.Receive(RequestNumber.Draw(), person.Id, "دعم تعليمي", "test", OfficeClock.Start.AddDays(-2));
        request.FollowUps.Clear();
        db.Requests.Add(request);
        await db.SaveChangesAsync();
        return request.Number;
    });

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}

public sealed class WhoIsWritingOnSqlite() : WhoIsWritingTests(InSqlite.Name);

public sealed class WhoIsWritingOnPostgreSql() : WhoIsWritingTests(InPostgreSql.Name);

public sealed class WhoIsWritingOnSqlServer() : WhoIsWritingTests(InSqlServer.Name);
