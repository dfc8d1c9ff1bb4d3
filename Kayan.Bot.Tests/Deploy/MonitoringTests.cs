using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>Alerts and dashboards speak of metrics that exist, and each alert leads to a section that tells what to do.</summary>
public sealed partial class MonitoringTests
{
    private static readonly string[] OfPrometheus = ["le", "instance", "job"];

    [Fact]
    public void Alerts_Each_HasASectionInTheRunbookAndSaysWhatItMeans()
    {
        var anchors = RunbookTests.Anchors();

        Assert.NotEmpty(Alerts());
        Assert.All(Alerts(), alert =>
        {
            var url = alert["annotations"]["runbook_url"].ToString();
            Assert.Contains(url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..], anchors);
            Assert.Contains(alert["labels"]["severity"].ToString(), (string[])["page", "ticket"]);
            Assert.NotEmpty(alert["annotations"]["summary"].ToString());
            Assert.NotEmpty(alert["annotations"]["description"].ToString());
        });
        Assert.Equal(Alerts().Count, Alerts().Select(alert => alert["alert"].ToString()).Distinct().Count());
    }

    [Fact]
    public void AlertsAndDashboard_EveryMetricAndLabel_Exists()
    {
        var expressions = Alerts().Select(alert => alert["expr"].ToString()).Concat(Panels().SelectMany(Targets)).ToList();

        Assert.All(expressions, expression =>
        {
            var metrics = Metric().Matches(expression).Select(found => found.Value).ToList();
            var names = metrics.Select(Plain).ToList();
            Assert.True(names.Count > 0 || expression.Contains("up{", StringComparison.Ordinal), expression);
            Assert.All(names, name => Assert.Contains(name, MetricNames.All.Keys));
            var labels = names.SelectMany(name => MetricNames.All[name]).Concat(OfPrometheus);
            Assert.All(Label().Matches(expression).Select(found => found.Groups[1].Value), label => Assert.Contains(label, labels));
        });
        var shown = expressions.SelectMany(expression => Metric().Matches(expression)).Select(found => Plain(found.Value));
        Assert.Empty(MetricNames.All.Keys.Except(shown));
    }

    [Fact]
    public void Dashboard_Panels_HaveTitlesIdsAndPlacesOfTheirOwn()
    {
        var panels = Panels().ToList();

        Assert.All(panels, panel => Assert.NotEmpty(panel.GetProperty("title").GetString()!));
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("gridPos").GetRawText()).Distinct().Count());
    }

    private static List<YamlNode> Alerts()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(DeployFolder.Read("alerts.yaml")));
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"])];
    }

    private static JsonElement.ArrayEnumerator Panels() =>
        JsonDocument.Parse(DeployFolder.Read("grafana.json")).RootElement.GetProperty("panels").EnumerateArray();

    private static IEnumerable<string> Targets(JsonElement panel) =>
        panel.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("expr").GetString()!);

    private static string Plain(string metric) => Part().Replace(metric, MetricNames.TurnDuration);

    [GeneratedRegex("kayan_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"(?<=[{,(]\s*)([a-z_]+)(?=\s*(?:=~|!~|!=|=)"")")]
    private static partial Regex Label();

    [GeneratedRegex("^" + MetricNames.TurnDuration + "_(bucket|sum|count)$")]
    private static partial Regex Part();
}
