using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Ratings;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Faq;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kayan.Bot.Storage.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.FullName).HasMaxLength(200);
        builder.Property(p => p.NationalId).HasMaxLength(10);
        builder.HasIndex(p => p.NationalId).IsUnique();
        builder.HasMany(p => p.Addresses).WithOne().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FaqChangeConfiguration : IEntityTypeConfiguration<FaqChange>
{
    public void Configure(EntityTypeBuilder<FaqChange> builder)
    {
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(64);
        builder.Property(c => c.ChangedBy).HasMaxLength(256);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class AddressConfiguration : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> builder)
    {
        builder.Property(a => a.Value).HasMaxLength(160);
        builder.HasIndex(a => a.Value).IsUnique();
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Words).HasMaxLength(200);
        builder.Property(c => c.Way).HasDefaultValue(ConsentWay.Keyword);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.ConversationId, c.Class, c.Id });
    }
}

internal sealed class RequestConfiguration : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> builder)
    {
        builder.Property(r => r.Number).HasMaxLength(7);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.Stage, r.StageSince, r.Id });
        builder.HasIndex(r => new { r.StageSince, r.Id });
        builder.Property(r => r.Title).HasMaxLength(200);
        builder.Property(r => r.ServedBy).HasMaxLength(100);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.History).WithOne().HasForeignKey(e => e.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Requirements).WithOne().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StageEntryConfiguration : IEntityTypeConfiguration<StageEntry>
{
    public void Configure(EntityTypeBuilder<StageEntry> builder)
    {
        builder.Property(e => e.By).HasMaxLength(100);
        builder.Property(e => e.Reason).HasMaxLength(500);
    }
}

internal sealed class RequirementConfiguration : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.HasMany(r => r.Documents).WithOne().HasForeignKey(d => d.RequirementId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SubmittedDocumentConfiguration : IEntityTypeConfiguration<SubmittedDocument>
{
    public void Configure(EntityTypeBuilder<SubmittedDocument> builder)
    {
        builder.HasIndex(d => new { d.RequirementId, d.FileId }).IsUnique();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.HasIndex(f => new { f.RequestId, f.Kind, f.StageEntryId, f.Ordinal }).IsUnique();
        builder.HasIndex(f => f.DueAt).HasFilter("State = 'Pending'");
        builder.Property(f => f.State).IsConcurrencyToken();
        builder.HasOne<Request>().WithMany(r => r.FollowUps).HasForeignKey(f => f.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(f => f.StageEntry).WithMany().HasForeignKey(f => f.StageEntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageRatingConfiguration : IEntityTypeConfiguration<StageRating>
{
    public void Configure(EntityTypeBuilder<StageRating> builder)
    {
        builder.Property(r => r.Words).HasMaxLength(2000);
        builder.HasIndex(r => r.StageEntryId).IsUnique();
        builder.HasOne<Request>().WithMany().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StageEntry>().WithMany().HasForeignKey(r => r.StageEntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandoffConfiguration : IEntityTypeConfiguration<Handoff>
{
    public void Configure(EntityTypeBuilder<Handoff> builder)
    {
        builder.Property(h => h.Outcome).HasMaxLength(500);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(h => h.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => h.ConversationId).HasFilter("State IN ('Waiting', 'Human')").HasDatabaseName("IX_Handoffs_Open").IsUnique();
        builder.HasIndex(h => new { h.ConversationId, h.Id });
        builder.HasIndex(h => new { h.State, h.OwnerId });
    }
}
