using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Api;

/// <summary>A request as the API shows it. Nothing about the person: whoever holds the number need not learn whose it is.</summary>
internal sealed record RequestView(
    string Number,
    string Title,
    string Stage,
    DateTimeOffset StageSince,
    IReadOnlyList<string> NextStages,
    DateTimeOffset CreatedAt,
    string? ServedBy,
    IReadOnlyList<RequestView.RequirementView> Requirements,
    IReadOnlyList<RequestView.EntryView> History,
    int Version)
{
    public static RequestView Of(Request request) => new(
        request.Number,
        request.Title,
        request.Stage.ToString(),
        request.StageSince,
        [.. StageFlow.Next(request.Stage).Select(stage => stage.ToString())],
        request.CreatedAt,
        request.ServedBy,
        [.. request.Requirements.OrderBy(r => r.Id).Select(r => new RequirementView(r.Name, r.State.ToString()))],
        [.. request.History.OrderBy(e => e.Id).Select(e => new EntryView(e.From?.ToString(), e.Stage.ToString(), e.At, e.By, e.Reason))],
        request.Version);

    internal sealed record RequirementView(string Name, string State);

    internal sealed record EntryView(string? From, string Stage, DateTimeOffset At, string By, string? Reason);
}
