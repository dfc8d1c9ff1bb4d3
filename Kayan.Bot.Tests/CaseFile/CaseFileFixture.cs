using Kayan.Bot.CaseFile;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.CaseFile;

/// <summary>A real database with a person, a request and conversations. <see cref="TurnAsync"/> is a turn: read, track, commit.</summary>
public sealed class CaseFileFixture : IDisposable
{
    internal const string Phone = "+966500000001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-casefile-");
    private readonly TestStorage _storage;
    private readonly DatabaseProvider _provider;

    /// <param name="storage">The kind of database, by name.</param>
    public CaseFileFixture(string storage = nameof(StorageProvider.Sqlite))
    {
        _storage = TestStorage.Create(Enum.Parse<StorageProvider>(storage), _folder.FullName);
        _provider = _storage.CreateProvider();
        using var db = Open();
        db.Database.Migrate();
        var person = new Person { FullName = "أم سارة", NationalId = "1000000008" };
        person.Addresses.Add(new Address { Value = Phone, OnWhatsApp = true });
        db.People.Add(person);
        var stranger = new Person { FullName = "أبو خالد", NationalId = "1000000016" };
        stranger.Addresses.Add(new Address { Value = "+966500000002" });
        db.People.Add(stranger);
        db.SaveChanges();
        Request = Request.Receive(RequestNumber.FromSerial(100_001), person.Id, "دعم تعليمي", "api", Clock.GetUtcNow());
        ForeignRequest = Request.Receive(RequestNumber.FromSerial(100_003), stranger.Id, "سكن", "api", Clock.GetUtcNow());
        db.Requests.AddRange(Request, ForeignRequest);
        var web = new Conversation { Channel = ChannelKind.WebChat, Address = "dl_1", CreatedAt = Clock.GetUtcNow() };
        var phone = new Conversation { Channel = ChannelKind.WhatsApp, Address = Phone, CreatedAt = Clock.GetUtcNow() };
        var other = new Conversation { Channel = ChannelKind.WebChat, Address = "dl_2", CreatedAt = Clock.GetUtcNow() };
        db.Conversations.AddRange(web, phone, other);
        db.SaveChanges();
        (PersonId, WebId, PhoneId, OtherWebId) = (person.Id, web.Id, phone.Id, other.Id);
    }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.Zero));

    internal long PersonId { get; }

    internal long WebId { get; }

    internal long OtherWebId { get; }

    internal long PhoneId { get; }

    internal Request Request { get; }

    internal Request ForeignRequest { get; }

    internal VerificationOptions Limits { get; } = new();

    internal KayanDbContext Open() => _provider.CreateContext();

    internal async Task<T> TurnAsync<T>(Func<KayanDbContext, Task<T>> turn)
    {
        await using var db = Open();
        var result = await turn(db);
        await db.SaveChangesAsync();
        return result;
    }

    internal CurrentConversation OnTheWeb(long? id = null) => new() { Id = id ?? WebId, Channel = ChannelKind.WebChat };

    internal CurrentConversation OnThePhone() => new() { Id = PhoneId, Channel = ChannelKind.WhatsApp, PersonId = PersonId };

    internal CodeVerification Verification(KayanDbContext db, CurrentConversation conversation)
    {
        var outbox = new Outbox(new OutboxSignal(), new ConversationFeed(NullLogger<ConversationFeed>.Instance), Clock);
        return new(db, conversation, new CodeSender(db, outbox, new Phrases(conversation), Clock), Options.Create(Limits), Clock);
    }

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Delete(recursive: true);
    }
}
