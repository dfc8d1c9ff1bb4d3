namespace Kayan.Bot.Domain.Faq;

/// <summary>The mean direction of every class: the cosine to the nearest tells whether a message is about anything known.</summary>
internal static class Centroids
{
    public static ClassWeights Of(TrainingSet texts, int features, int classes)
    {
        var centroids = new ClassWeights(features, classes);
        for (var row = 0; row < texts.Count; row++)
        {
            var ids = texts.IdsOf(row);
            var values = texts.ValuesOf(row);
            for (var i = 0; i < ids.Length; i++)
            {
                centroids.Row(ids[i])[texts.ClassOf(row)] += values[i];
            }
        }
        Span<double> squares = stackalloc double[centroids.Stride];
        for (var feature = 0; feature < features; feature++)
        {
            var row = centroids.Row(feature);
            for (var c = 0; c < classes; c++)
            {
                squares[c] += row[c] * row[c];
            }
        }
        for (var feature = 0; feature < features; feature++)
        {
            var row = centroids.Row(feature);
            for (var c = 0; c < classes; c++)
            {
                row[c] = squares[c] > 0 ? (float)(row[c] / Math.Sqrt(squares[c])) : 0;
            }
        }
        return centroids;
    }
}
