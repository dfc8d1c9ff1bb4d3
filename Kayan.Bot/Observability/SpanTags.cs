using System.Collections.Frozen;

namespace Kayan.Bot.Observability;

/// <summary>The closed list of what a span may say.</summary>
internal static class SpanTags
{
    public const string Channel = "kayan.channel";
    public const string MessageId = "kayan.message.id";
    public const string OutboxId = "kayan.outbox.id";
    public const string Outcome = "kayan.outcome";

    /// <summary>Ours, and of a request its method, the template of its route and how it ended: never an address, a query or a header.</summary>
    public static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        Channel, MessageId, OutboxId, Outcome, "http.request.method", "http.route", "http.response.status_code", "error.type");
}
