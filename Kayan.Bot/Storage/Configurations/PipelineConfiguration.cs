using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kayan.Bot.Storage.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Address).HasMaxLength(160);
        builder.Property(c => c.ExternalUserId).HasMaxLength(160);
        builder.HasIndex(c => c.ExternalUserId).IsUnique();
        builder.Property(c => c.Language).HasMaxLength(2);
        builder.Property(c => c.StateVersion).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Address, c.Channel }).IsUnique();
    }
}

internal sealed class ConversationLeaseConfiguration : IEntityTypeConfiguration<ConversationLease>
{
    public void Configure(EntityTypeBuilder<ConversationLease> builder)
    {
        builder.HasKey(l => l.ConversationId);
        builder.Property(l => l.ConversationId).ValueGeneratedNever();
    }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasOne(m => m.Conversation).WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.ConversationId, m.Id });
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(120);
        builder.Property(f => f.ContentType).HasMaxLength(60);
        builder.Property(f => f.State).IsConcurrencyToken();
        builder.Property(f => f.Source).HasMaxLength(2048);
        builder.HasIndex(f => f.DueAt).HasFilter("State = 'Waiting'");
        builder.HasOne(f => f.Message).WithMany().HasForeignKey(f => f.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InboxMessageConfiguration : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.HasKey(m => m.MessageId);
        builder.Property(m => m.Source).HasMaxLength(16);
        builder.Property(m => m.ExternalId).HasMaxLength(100);
        builder.Property(m => m.TraceParent).HasMaxLength(55);
        builder.HasIndex(m => new { m.Source, m.ExternalId }).IsUnique();
        builder.HasIndex(m => new { m.ConversationId, m.MessageId }).HasFilter("HandledAt IS NULL").HasDatabaseName("IX_InboxMessages_Unhandled");
        builder.HasOne(m => m.Conversation).WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Message).WithOne().HasForeignKey<InboxMessage>(m => m.MessageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    private const string Open = $"State IN {OutboxClaim.Open}";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasColumnName("Recipient").HasMaxLength(160); // TO is a word of SQL
        builder.Property(m => m.Sid).HasMaxLength(34);
        builder.Property(m => m.RefusedSid).HasMaxLength(34);
        builder.Property(m => m.TraceParent).HasMaxLength(55);
        builder.HasOne(m => m.Conversation).WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Message).WithMany().HasForeignKey(m => m.MessageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.ConversationId, m.MessageId }).HasFilter(Open).HasDatabaseName("IX_OutboxMessages_Open");
        builder.HasIndex(m => new { m.State, m.Channel, m.Priority, m.DueAt }).HasFilter(Open).HasDatabaseName("IX_OutboxMessages_Due");
        builder.HasIndex(m => m.FallbackOf).IsUnique();
        builder.HasIndex(m => m.Sid).IsUnique();
    }
}

internal sealed class FeedNoteConfiguration : IEntityTypeConfiguration<FeedNote>
{
    public void Configure(EntityTypeBuilder<FeedNote> builder) => builder.HasIndex(n => n.At);
}
