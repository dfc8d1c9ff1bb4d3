namespace Kayan.Bot.Domain.Faq;

/// <summary>How people say one intent.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Phrasings">Whole messages that mean it.</param>
public sealed record IntentPhrasings(Intent Intent, IReadOnlyList<string> Phrasings);
