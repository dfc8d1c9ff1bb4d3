namespace Kayan.Bot.Dialogs.Documents;

/// <summary>A paper that a request waits for.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">Its name for the person.</param>
/// <param name="RequestNumber">The request.</param>
public sealed record MissingPaper(long Id, string Name, string RequestNumber);
