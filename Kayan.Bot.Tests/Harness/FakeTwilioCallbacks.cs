using System.Net;
using System.Threading.Channels;

namespace Kayan.Bot.Tests.Harness;

/// <summary>Posts signed status callbacks: by itself after each message that was taken, or when told.</summary>
public sealed class FakeTwilioCallbacks : IAsyncDisposable
{
    private readonly FakeTwilioAccount _account;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Channel<FakeTwilioMessage> _taken = Channel.CreateUnbounded<FakeTwilioMessage>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task[] _workers;

    internal FakeTwilioCallbacks(FakeTwilioAccount account)
    {
        _account = account;
        _workers = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(PostTakenAsync))];
    }

    /// <summary>The states that follow each message by themselves, in this order; none by default.</summary>
    public IReadOnlyList<string> Automatic { get; set; } = [];

    /// <summary>How often each is posted.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Where the service listens, when that is not the address in the callback; the signature keeps the latter.</summary>
    public string? Service { get; set; }

    /// <summary>Posts one state; the answer of the service.</summary>
    public async Task<HttpStatusCode> PostAsync(
        FakeTwilioMessage message, string status, int? errorCode = null, CancellationToken cancellationToken = default)
    {
        var callback = new Uri(message.StatusCallback!);
        var origin = callback.GetLeftPart(UriPartial.Authority);
        var webhook = FakeTwilioWebhook.Sign(
            _account, origin, callback.PathAndQuery, FakeTwilioWebhook.Status(_account, message, status, errorCode));
        using var request = webhook.ToRequest(Service ?? origin);
        using var response = await _http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _taken.Writer.TryComplete();
        await _stopping.CancelAsync();
        await Task.WhenAll(_workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stopping.Dispose();
    }

    internal void Report(FakeTwilioMessage message)
    {
        if (Automatic.Count > 0 && message.StatusCallback is not null)
        {
            _taken.Writer.TryWrite(message);
        }
    }

    private async Task PostTakenAsync()
    {
        await foreach (var message in _taken.Reader.ReadAllAsync(_stopping.Token))
        {
            foreach (var status in Automatic.SelectMany(status => Enumerable.Repeat(status, Copies)))
            {
                try
                {
                    await PostAsync(message, status, cancellationToken: _stopping.Token);
                }
                catch (HttpRequestException)
                {
                    // The service is down: Twilio's callbacks are lost then, too.
                }
            }
        }
    }
}
