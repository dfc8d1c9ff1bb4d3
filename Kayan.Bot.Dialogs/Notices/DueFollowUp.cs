using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Notices;

/// <summary>What a follow-up message needs to know.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Stage">The stage that it belongs to.</param>
/// <param name="StageEntryId">The entry of that stage.</param>
/// <param name="Number">The request's number.</param>
public sealed record DueFollowUp(long Id, FollowUpKind Kind, RequestStage Stage, long StageEntryId, string Number);
