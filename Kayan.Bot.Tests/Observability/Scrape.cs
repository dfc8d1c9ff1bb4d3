using System.Globalization;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Tests.Observability;

/// <summary>What /metrics says, by series.</summary>
internal sealed partial class Scrape
{
    private readonly Dictionary<string, double> _series;

    private Scrape(string text)
    {
        Text = text;
        _series = Line().Matches(text).ToDictionary(
            line => line.Groups["name"].Value + string.Concat(Label().Matches(line.Groups["labels"].Value).Select(label => label.Value).Order()),
            line => double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    public string Text { get; }

    /// <summary>The names of our own series, without labels.</summary>
    public IEnumerable<string> Names => Ours.Select(line => line.Groups["name"].Value).Distinct();

    /// <summary>The names of all labels of our own series.</summary>
    public IEnumerable<string> LabelNames =>
        Ours.SelectMany(line => Label().Matches(line.Groups["labels"].Value)).Select(label => label.Groups["name"].Value).Distinct();

    private IEnumerable<Match> Ours => Line().Matches(Text).Where(line => line.Value.StartsWith("kayan_", StringComparison.Ordinal));

    /// <summary>A series, with its labels in the order of their names: <c>kayan_sends_total channel="sms" outcome="accepted"</c>.</summary>
    public double? this[string series] => _series.TryGetValue(series.Replace(" ", "", StringComparison.Ordinal), out var value) ? value : null;

    public static async Task<Scrape> ReadAsync(HttpClient client) => new(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)));

    [GeneratedRegex(@"^(?<name>[a-z_0-9]+)(\{(?<labels>[^}]*)\})? (?<value>\S+)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("(?<name>[a-z_]+)=\"[^\"]*\"")]
    private static partial Regex Label();
}
