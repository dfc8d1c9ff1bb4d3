namespace Kayan.Bot.Simulator;

/// <summary>A tap on a button or on a row of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRow">A row of a list; otherwise a button.</param>
/// <param name="Message">The message that it belongs to.</param>
internal sealed record PhoneTap(string Id, bool IsRow, string Message);
