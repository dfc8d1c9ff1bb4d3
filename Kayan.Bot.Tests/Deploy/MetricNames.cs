namespace Kayan.Bot.Tests.Deploy;

/// <summary>The metrics as Prometheus shows them, with their labels: the dashboards and the alerts use these and no others.</summary>
internal static class MetricNames
{
    /// <summary>A histogram: Prometheus adds _bucket, _sum and _count.</summary>
    public const string TurnDuration = "kayan_turn_duration_seconds";

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        [TurnDuration] = [],
        ["kayan_inbox_age_seconds"] = [],
        ["kayan_outbox_age_seconds"] = [],
        ["kayan_faq_matches_total"] = ["outcome"],
        ["kayan_deliveries_total"] = ["channel", "status"],
        ["kayan_handoff_wait_seconds"] = [],
        ["kayan_handoffs_waiting"] = [],
        ["kayan_job_failures_total"] = ["job"],
        ["kayan_incidents_open"] = ["kind"],
        ["kayan_sends_total"] = ["channel", "outcome"],
        ["kayan_webhooks_total"] = ["kind", "status"],
        ["kayan_write_commits_total"] = [],
        ["kayan_write_failures_total"] = [],
        ["kayan_info"] = ["version"],
    };
}
