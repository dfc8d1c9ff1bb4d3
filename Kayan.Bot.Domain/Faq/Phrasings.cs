namespace Kayan.Bot.Domain.Faq;

/// <summary>Normalised training texts and their classes; a class holds a text once.</summary>
internal sealed class Phrasings
{
    private readonly List<string> _texts = [];
    private readonly List<int> _classes = [];

    public IReadOnlyList<string> Texts => _texts;

    public IReadOnlyList<int> Classes => _classes;

    public int Count => _texts.Count;

    /// <summary>The texts as they were before dialect was replaced, in one form of spelling.</summary>
    public List<string> Folded { get; } = [];

    public void Add(int ownClass, IEnumerable<string> phrasings)
    {
        var all = phrasings.ToArray();
        Folded.AddRange(all.Select(MessageText.Fold));
        foreach (var text in all.Select(MessageText.Normalise).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
        {
            _texts.Add(text);
            _classes.Add(ownClass);
        }
    }
}
