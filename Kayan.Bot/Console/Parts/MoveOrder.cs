using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Console.Parts;

/// <summary>What a member of staff asks for in the move form.</summary>
/// <param name="To">The next stage.</param>
/// <param name="Reason">Why, in words that the beneficiary may read; null where nothing was said.</param>
/// <param name="Missing">The names of the papers that are missing; only for DocumentsNeeded.</param>
public sealed record MoveOrder(RequestStage To, string? Reason, IReadOnlyList<string> Missing);
