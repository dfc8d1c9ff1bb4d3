using Kayan.Bot.Pipeline;
using Kayan.Bot.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kayan.Bot.Storage.Configurations;

internal sealed class StaffUserConfiguration : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder) => builder.Property(u => u.DisplayName).HasMaxLength(100);
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.HasIndex(k => k.Hash).IsUnique();
    }
}

internal sealed class OneTimeCodeConfiguration : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.Property(c => c.Phone).HasMaxLength(20);
        builder.Property(c => c.Hash).HasMaxLength(44);
        builder.Property(c => c.Salt).HasMaxLength(24);
        builder.Property(c => c.Tries).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ConversationId, c.Id });
        builder.HasIndex(c => new { c.Phone, c.CreatedAt });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FailedLookupConfiguration : IEntityTypeConfiguration<FailedLookup>
{
    public void Configure(EntityTypeBuilder<FailedLookup> builder)
    {
        builder.HasIndex(f => new { f.ConversationId, f.At });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
