namespace Kayan.Bot.Console.Reading;

/// <summary>A line of the transcript.</summary>
/// <param name="Key">Stable between readings, so that what is on the screen stays in place.</param>
/// <param name="Voice">Whose words.</param>
/// <param name="Text">The words as written; for an event the name of its text.</param>
/// <param name="Writer">The member of staff; for an event the words that go into its text.</param>
/// <param name="At">When.</param>
/// <param name="Delivery">The name of the text that says what became of it; null for what was received.</param>
/// <param name="DeliveryHint">The name of the text that says what helps now.</param>
/// <param name="Files">The files that came with it.</param>
/// <param name="Place">The place that it shares.</param>
public sealed record TranscriptLine(
    string Key,
    Voice Voice,
    string Text,
    string? Writer,
    DateTimeOffset At,
    string? Delivery = null,
    string? DeliveryHint = null,
    IReadOnlyList<SentFile>? Files = null,
    SentPlace? Place = null);
