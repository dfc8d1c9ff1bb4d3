namespace Kayan.Bot.Domain.Faq;

/// <summary>The vectors of all phrasings, row after row, and the class of each.</summary>
internal sealed class TrainingSet
{
    private readonly List<int> _ids = [];
    private readonly List<float> _values = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _classes = [];

    public TrainingSet(NGramVocabulary vocabulary, IReadOnlyList<string> texts, IReadOnlyList<int> classes)
    {
        var ids = new int[NGramVocabulary.MaxGrams];
        var values = new float[NGramVocabulary.MaxGrams];
        for (var i = 0; i < texts.Count; i++)
        {
            var (length, _) = vocabulary.Vector(texts[i], ids, values);
            if (length > 0)
            {
                _ids.AddRange(ids.AsSpan(0, length));
                _values.AddRange(values.AsSpan(0, length));
                _starts.Add(_ids.Count);
                _classes.Add(classes[i]);
            }
        }
    }

    public int Count => _classes.Count;

    public int ClassOf(int row) => _classes[row];

    public ReadOnlySpan<int> IdsOf(int row) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ids)[_starts[row].._starts[row + 1]];

    public ReadOnlySpan<float> ValuesOf(int row) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];
}
