using Kayan.Bot.Domain.Language;

namespace Kayan.Bot.Domain.Faq;

/// <summary>The built-in intents and how people say them, from the embedded file intents.txt.</summary>
public static class Intents
{
    private static readonly (Intent Intent, string Name)[] Names =
    [
        (Intent.Status, "status"), (Intent.Rating, "rating"), (Intent.NewRequest, "new-request"), (Intent.Suggestion, "suggestion"),
        (Intent.Complaint, "complaint"), (Intent.Human, "human"), (Intent.Menu, "menu"), (Intent.Language, "language"),
        (Intent.Stop, "stop"), (Intent.Greeting, "greeting"), (Intent.Thanks, "thanks"),
    ];

    private static readonly Lazy<IReadOnlyList<IntentPhrasings>> Loaded = new(Load);

    /// <summary>Every intent with its phrasings.</summary>
    public static IReadOnlyList<IntentPhrasings> All => Loaded.Value;

    /// <summary>The stable name of an intent: "new-request".</summary>
    /// <param name="intent">The intent.</param>
    public static string NameOf(Intent intent) => Names.First(pair => pair.Intent == intent).Name;

    /// <summary>The intent of a stable name; false when there is none.</summary>
    /// <param name="name">A name such as "new-request".</param>
    /// <param name="intent">The intent.</param>
    public static bool TryParse(string name, out Intent intent)
    {
        var at = Array.FindIndex(Names, pair => string.Equals(pair.Name, name, StringComparison.Ordinal));
        intent = at < 0 ? default : Names[at].Intent;
        return at >= 0;
    }

    private static List<IntentPhrasings> Load() =>
        [.. EmbeddedText.Sections(EmbeddedText.Lines("Faq.intents.txt")).Select(section => TryParse(section.Key, out var intent)
            ? new IntentPhrasings(intent, section.Value)
            : throw new InvalidDataException($"intents.txt: {section.Key} is not an intent."))];
}
