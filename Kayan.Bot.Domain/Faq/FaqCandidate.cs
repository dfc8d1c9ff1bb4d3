namespace Kayan.Bot.Domain.Faq;

/// <summary>An entry or an intent that a message may mean.</summary>
/// <param name="Key">The key of an entry; null when it is an intent.</param>
/// <param name="Intent">The intent; null when it is an entry.</param>
/// <param name="Score">Comparable among the candidates of one message only; higher is better.</param>
public readonly record struct FaqCandidate(string? Key, Intent? Intent, double Score)
{
    /// <summary>The key of the entry, or "intent:" and the name of the intent.</summary>
    public string Label => Key ?? (Intent is { } intent ? $"intent:{Intents.NameOf(intent)}" : "");
}
