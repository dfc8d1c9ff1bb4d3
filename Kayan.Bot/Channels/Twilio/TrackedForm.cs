using System.Net;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// A form that remembers whether any of it was put on the wire. Before that, a failure is certain to have had no effect; after
/// it, the message may have been taken.
/// </summary>
internal sealed class TrackedForm : FormUrlEncodedContent
{
    public TrackedForm(IEnumerable<KeyValuePair<string, string>> fields)
        : base(fields)
    {
    }

    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        HasLeft = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
