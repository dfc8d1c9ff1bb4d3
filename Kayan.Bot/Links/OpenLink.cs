using Kayan.Bot.Dialogs.Notices;

namespace Kayan.Bot.Links;

/// <summary>A short link that leads somewhere.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="StageEntryId">The stage that it is about.</param>
/// <param name="PersonId">The person who got it.</param>
internal sealed record OpenLink(string Code, LinkKind Kind, long StageEntryId, long PersonId)
{
    public string Path => $"/s/{Code}";

    public string StopPath => $"/s/{Code}/stop";
}
