using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Links;
using Kayan.Bot.Storage;

namespace Kayan.Bot.CaseFile;

/// <summary>The short links of this conversation's text messages.</summary>
internal sealed class LinkFile(KayanDbContext db, CurrentConversation conversation, Reach reach, TimeProvider time) : ILinks
{
    public string To(LinkKind kind, long stageEntryId)
    {
        var link = db.ShortLinks.Add(ShortLink.To(kind, conversation.Id, stageEntryId, time.GetUtcNow())).Entity;
        return $"{reach.Site}/s/{link.Code}";
    }
}
