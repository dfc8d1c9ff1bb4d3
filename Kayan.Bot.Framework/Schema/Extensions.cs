namespace Microsoft.Bot.Schema;

/// <summary>Cards as attachments.</summary>
public static class Extensions
{
    /// <summary>The card as an attachment of a message.</summary>
    public static Attachment ToAttachment(this HeroCard card) => new(HeroCard.ContentType, content: card);
}
