using Kayan.Bot.Templates;

namespace Kayan.Bot.Console.Reading;

/// <summary>A template in a list; without a state where it was never submitted.</summary>
internal sealed record TemplateRow(string Name, string Language, ApprovalState? State, string? Category, string? Reason, DateTimeOffset? CheckedAt)
{
    public bool IsUsable => State is ApprovalState.Approved;
}
