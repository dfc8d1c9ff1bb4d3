using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Dialogs.Status;

/// <summary>What a person may be told of a request.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Number">The number told to people.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why it came to this stage, in words that can be told.</param>
/// <param name="Papers">What is still missing or no longer valid.</param>
public sealed record RequestView(
    long Id, string Number, string Title, RequestStage Stage, DateTimeOffset Since, string? Reason, IReadOnlyList<PaperView> Papers);
