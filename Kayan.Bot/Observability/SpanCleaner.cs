using System.Diagnostics;
using OpenTelemetry;

namespace Kayan.Bot.Observability;

/// <summary>
/// Takes from every span what is not on <see cref="SpanTags.Allowed"/>, before it is sent anywhere: addresses hold the codes of short links,
/// account ids and phone numbers, and what a library will add in its next version nobody knows today.
/// </summary>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !SpanTags.Allowed.Contains(tag.Key)).ToList())
        {
            data.SetTag(tag.Key, null);
        }

        if (data.Source.Name != Spans.SourceName)
        {
            data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route")}".TrimEnd();
        }

        data.SetStatus(data.Status); // without the words of an exception
        data.TraceStateString = null;
    }
}
