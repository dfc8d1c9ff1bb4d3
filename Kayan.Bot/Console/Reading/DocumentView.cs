namespace Kayan.Bot.Console.Reading;

/// <summary>A file that was handed in as a paper.</summary>
/// <param name="Id">Row id.</param>
/// <param name="RequirementId">The paper.</param>
/// <param name="File">The file.</param>
public sealed record DocumentView(long Id, long RequirementId, SentFile File);
