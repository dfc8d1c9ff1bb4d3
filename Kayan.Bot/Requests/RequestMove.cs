using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Requests;

/// <summary>The wish to move a request: to which stage, who wants it, and why in words that can be told to the person.</summary>
internal sealed record RequestMove(RequestStage To, string By, string? Reason)
{
    /// <summary>Papers that are missing or expired, by name.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The version that the mover saw, so that a move which came between is told; null does not ask.</summary>
    public int? SeenVersion { get; init; }
}
