using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kayan.Bot.Links;

internal sealed class ShortLinkConfiguration : IEntityTypeConfiguration<ShortLink>
{
    public void Configure(EntityTypeBuilder<ShortLink> builder)
    {
        builder.Property(l => l.Code).HasMaxLength(ShortLink.CodeLength);
        builder.HasIndex(l => l.Code).IsUnique();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(l => l.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StageEntry>().WithMany().HasForeignKey(l => l.StageEntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
