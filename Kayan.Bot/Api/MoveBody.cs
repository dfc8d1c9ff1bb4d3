namespace Kayan.Bot.Api;

/// <summary>POST /api/v1/requests/{number}/stage.</summary>
internal sealed record MoveBody(string? To, string? Reason, IReadOnlyList<string?>? Requirements);
