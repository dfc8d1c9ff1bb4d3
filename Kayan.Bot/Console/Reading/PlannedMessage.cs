using Kayan.Bot.Domain.FollowUps;

namespace Kayan.Bot.Console.Reading;

/// <summary>A message that the service will send by itself.</summary>
/// <param name="Id">The follow-up.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="At">When it will really go: its time, or the first moment after it at which its kind may go; null where that is too late for it.</param>
public sealed record PlannedMessage(long Id, FollowUpKind Kind, DateTimeOffset? At);
