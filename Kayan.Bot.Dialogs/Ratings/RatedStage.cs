using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Ratings;

/// <summary>A stage that can be rated.</summary>
/// <param name="StageEntryId">Its entry in the request's history.</param>
/// <param name="Stage">Which it is.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Number">The request's number.</param>
/// <param name="ServedBy">The member of staff who serves the request, where one is named.</param>
public sealed record RatedStage(long StageEntryId, RequestStage Stage, long RequestId, string Number, string? ServedBy);
