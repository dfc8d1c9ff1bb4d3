using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Console.Reading;

/// <summary>A request in a list.</summary>
public sealed record RequestRow(
    string Number, string Title, RequestStage Stage, DateTimeOffset StageSince, string Name, string? ServedBy);
