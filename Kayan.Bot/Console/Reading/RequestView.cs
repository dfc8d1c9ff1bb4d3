using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Ratings;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Console.Reading;

/// <summary>A request with all that the console shows of it.</summary>
/// <param name="Row">What a list shows of it.</param>
/// <param name="CreatedAt">When it was received.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="History">Every move, newest first.</param>
/// <param name="Requirements">The papers that it needs.</param>
/// <param name="Documents">What was handed in as them, oldest first.</param>
/// <param name="Ratings">The person's ratings by the entry of the history that they are about.</param>
/// <param name="ConversationIds">The person's conversations, the newest first.</param>
/// <param name="Planned">What the service will send by itself, the next first.</param>
/// <param name="StaffNames">The display names of the members of staff in the history, by user name.</param>
public sealed record RequestView(
    RequestRow Row,
    DateTimeOffset CreatedAt,
    int Version,
    IReadOnlyList<StageEntry> History,
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<DocumentView> Documents,
    IReadOnlyDictionary<long, StageRating> Ratings,
    IReadOnlyList<long> ConversationIds,
    IReadOnlyList<PlannedMessage> Planned,
    IReadOnlyDictionary<string, string> StaffNames);
