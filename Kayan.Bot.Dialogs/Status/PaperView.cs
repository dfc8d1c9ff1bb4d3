namespace Kayan.Bot.Dialogs.Status;

/// <summary>A paper that a request still needs.</summary>
/// <param name="Name">Its name for the person.</param>
/// <param name="Expired">It was handed in, but is no longer valid.</param>
/// <param name="Submitted">It was handed in and is being checked.</param>
public sealed record PaperView(string Name, bool Expired, bool Submitted = false);
