namespace Kayan.Bot.Templates;

/// <summary>What WhatsApp says of a template.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Category">The category that it has now.</param>
/// <param name="Reason">Why it was rejected.</param>
internal sealed record Approval(ApprovalState State, string? Category, string? Reason);
