using System.Diagnostics;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Observability;

/// <summary>
/// The steps of a message's way. They lie minutes and processes apart, so each row of the way carries the context of the step that wrote
/// it. Where nothing is traced this is a look at a field.
/// </summary>
internal static class Spans
{
    public const string SourceName = Measures.MeterName;

    private static readonly ActivitySource Source = new(SourceName, Measures.Version);

    /// <summary>The context of what runs now as W3C's traceparent, which a row keeps; null where it is not traced.</summary>
    public static string? Context => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>What became of the send.</summary>
    public static void Note(Activity? span, SendOutcome outcome) => span?.SetTag(SpanTags.Outcome, Labels.SendOutcomes[Labels.Of(outcome)]);

    /// <summary>The turn of a message, after the step that brought it in.</summary>
    public static Activity? Turn(long messageId, string? context)
    {
        var span = Source.StartActivity("turn", ActivityKind.Consumer, context);
        span?.SetTag(SpanTags.MessageId, messageId);
        return span;
    }

    /// <summary>A try to send a message, after the step that wrote it.</summary>
    public static Activity? Send(Guid outboxId, ChannelKind channel, string? context)
    {
        var span = Source.StartActivity("send", ActivityKind.Producer, context);
        span?.SetTag(SpanTags.OutboxId, outboxId.ToString()).SetTag(SpanTags.Channel, Labels.Channels[(int)channel]);
        return span;
    }
}
