using static Kayan.Bot.Domain.Requests.RequestStage;

namespace Kayan.Bot.Domain.Requests;

/// <summary>The allowed moves between stages: the table "The stages of a request" of the policy.</summary>
public static class StageFlow
{
    /// <summary>The stages that a request in <paramref name="stage"/> may go on to; empty where the request has ended.</summary>
    public static IReadOnlyList<RequestStage> Next(RequestStage stage) => stage switch
    {
        Submitted => [DataCheck, Withdrawn],
        DataCheck => [DocumentsNeeded, CommitteeReview, Withdrawn],
        DocumentsNeeded => [DataCheck, Withdrawn, Lapsed],
        CommitteeReview => [Approved, Declined, DocumentsNeeded],
        Approved => [Registration],
        Declined => [CommitteeReview, Closed],
        Registration => [ServiceDelivery],
        ServiceDelivery => [Delivered],
        Delivered => [Closed],
        Closed or Withdrawn or Lapsed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>Whether the policy allows the move.</summary>
    public static bool Allows(RequestStage from, RequestStage to) => Next(from).Contains(to);

    /// <summary>Whether the request has ended, so that nothing more will happen to it.</summary>
    public static bool IsFinal(RequestStage stage) => Next(stage).Count == 0;
}
