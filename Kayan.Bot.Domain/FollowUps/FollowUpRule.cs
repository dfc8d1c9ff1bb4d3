using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Domain.FollowUps;

/// <summary>One line of the plan: what the service sends by itself after a request entered a stage.</summary>
/// <param name="Stage">The stage that was entered.</param>
/// <param name="Kind">What is sent.</param>
/// <param name="Ordinal">Counts the messages of this kind in this stage, from 1.</param>
/// <param name="After">How long after the entry, at the earliest.</param>
/// <param name="GoodFor">How long after that it is still of use; later it is not sent.</param>
public sealed record FollowUpRule(RequestStage Stage, FollowUpKind Kind, int Ordinal, TimeSpan After, TimeSpan GoodFor);
