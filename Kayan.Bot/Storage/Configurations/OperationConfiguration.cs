using Kayan.Bot.Incidents;
using Kayan.Bot.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kayan.Bot.Storage.Configurations;

internal sealed class ContentTemplateConfiguration : IEntityTypeConfiguration<ContentTemplate>
{
    public void Configure(EntityTypeBuilder<ContentTemplate> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(64);
        builder.Property(t => t.Language).HasMaxLength(2);
        builder.Property(t => t.Version).HasMaxLength(10);
        builder.Property(t => t.Sid).HasMaxLength(34);
        builder.Property(t => t.Category).HasMaxLength(32);
        builder.Property(t => t.GivenCategory).HasMaxLength(32);
        builder.Property(t => t.Variables).HasMaxLength(1000);
        builder.Property(t => t.Reason).HasMaxLength(400);
        builder.HasIndex(t => new { t.Name, t.Language, t.Version }).IsUnique();
    }
}

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.Property(i => i.Subject).HasMaxLength(100);
        builder.Property(i => i.Detail).HasMaxLength(400);
        builder.Property(i => i.ClosedBy).HasMaxLength(256);
        builder.HasIndex(i => new { i.Kind, i.Subject }).IsUnique().HasFilter("ClosedAt IS NULL").HasDatabaseName("IX_Incidents_Open");
    }
}
