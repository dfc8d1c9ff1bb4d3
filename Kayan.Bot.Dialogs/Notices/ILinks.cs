namespace Kayan.Bot.Dialogs.Notices;

/// <summary>Makes the short links of text messages, in the same transaction as the message that carries one.</summary>
public interface ILinks
{
    /// <summary>The full address of a page of this kind about a stage, for the person of this conversation.</summary>
    string To(LinkKind kind, long stageEntryId);
}
