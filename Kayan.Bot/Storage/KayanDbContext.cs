using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Ratings;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Faq;
using Kayan.Bot.Files;
using Kayan.Bot.Incidents;
using Kayan.Bot.Links;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Security;
using Kayan.Bot.Templates;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Storage;

/// <summary>The case file and the queues. A provider's context derives from it and holds that provider's migrations.</summary>
internal abstract class KayanDbContext(DbContextOptions options)
    : IdentityDbContext<StaffUser, IdentityRole<long>, long>(options)
{
    private bool _inUse;

    public DbSet<Person> People => Set<Person>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Request> Requests => Set<Request>();

    public DbSet<StageEntry> StageEntries => Set<StageEntry>();

    public DbSet<Requirement> Requirements => Set<Requirement>();

    public DbSet<SubmittedDocument> SubmittedDocuments => Set<SubmittedDocument>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<StageRating> StageRatings => Set<StageRating>();

    public DbSet<Handoff> Handoffs => Set<Handoff>();

    /// <summary>Those that wait or are in a human's hands: the states as the partial index names them.</summary>
    public IQueryable<Handoff> OpenHandoffs => Handoffs.Where(handoff => handoff.State == HandoffState.Waiting || handoff.State == HandoffState.Human);

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ConversationLease> ConversationLeases => Set<ConversationLease>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<InboxMessage> InboxMessages => Set<InboxMessage>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>Those that are still to be dealt with: the states as the partial indexes name them.</summary>
    public IQueryable<OutboxMessage> OpenOutboxMessages => OutboxMessages.Where(message =>
        message.State == OutboxState.Pending || message.State == OutboxState.Claimed || message.State == OutboxState.Ambiguous);

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<FailedLookup> FailedLookups => Set<FailedLookup>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<ShortLink> ShortLinks => Set<ShortLink>();

    public DbSet<FaqChange> FaqChanges => Set<FaqChange>();

    public DbSet<ContentTemplate> ContentTemplates => Set<ContentTemplate>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<FeedNote> FeedNotes => Set<FeedNote>();

    /// <summary>What protects cookies and forms: the same for all processes on one database.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whether there is something to save. A context that nobody touched is not even built up to answer.</summary>
    public bool HasChanges => _inUse && ChangeTracker.HasChanges();

    /// <summary>All conversations over a person's addresses.</summary>
    public IQueryable<long> ConversationsOf(long personId) =>
        (from address in Addresses
         where address.PersonId == personId
         join conversation in Conversations on address.Value equals conversation.Address
         select conversation.Id).Union(
            from address in Addresses
            where address.PersonId == personId
            join conversation in Conversations on address.Value equals conversation.ExternalUserId
            select conversation.Id);

    /// <summary>The consent ledger of all conversations over a person's addresses.</summary>
    public IQueryable<Consent> LedgerOf(long personId) =>
        from conversation in ConversationsOf(personId)
        join line in Consents on conversation equals line.ConversationId
        select line;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => _inUse = true;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KayanDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset?>().HaveConversion<Instants.UtcConverter>();
    }
}
