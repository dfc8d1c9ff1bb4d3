using System.Net;
using System.Net.Http.Headers;
using Kayan.Bot.Files;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Fetches what people sent from where Twilio keeps it. Every address is checked before it is asked, the credentials go to the API only,
/// the bytes are counted as they come, and no answer may take longer than it should.
/// </summary>
internal sealed partial class TwilioMedia
{
    private const int MostRedirects = 5;

    private readonly HttpClient _http;
    private readonly MediaHosts _hosts;
    private readonly MediaOptions _options;
    private readonly ILogger<TwilioMedia> _logger;
    private readonly AuthenticationHeaderValue _credentials;

    public TwilioMedia(
        HttpClient http, MediaHosts hosts, IOptions<MediaOptions> options, IOptions<TwilioOptions> twilio, ILogger<TwilioMedia> logger)
    {
        (_http, _hosts, _options, _logger) = (http, hosts, options.Value, logger);
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _credentials = twilio.Value.Credentials;
    }

    /// <summary>Fetches the file at <paramref name="source"/>, an address as the webhook named it. Whatever happens is a value.</summary>
    public async Task<FetchOutcome> FetchAsync(string source, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || !_hosts.TakesCredentials(address))
        {
            return new FetchOutcome.Refused(FileRefusal.ForeignAddress);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Within);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            LogNoAnswer(failure.GetType().Name);
            return new FetchOutcome.Retry(null, FileRefusal.Unreachable);
        }
    }

    /// <summary>How connections are made; a service that speaks to its own machine, as in development, is not kept from it.</summary>
    public static void Configure(SocketsHttpHandler handler, TwilioOptions twilio)
    {
        handler.ConnectTimeout = twilio.ConnectTimeout;
        handler.AllowAutoRedirect = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.UseCookies = false;
        handler.MaxResponseHeadersLength = 32;
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30);
        if (new Uri(twilio.BaseUrl).IsLoopback)
        {
            handler.UseProxy = false;
            return;
        }

        // Another host than that of the request is the operator's proxy, which may well be in the network around us.
        handler.ConnectCallback = (connection, cancelled) => connection.DnsEndPoint.Host == connection.InitialRequestMessage.RequestUri?.IdnHost
            ? PublicNetwork.ConnectAsync(connection.DnsEndPoint, Dns.GetHostAddressesAsync, cancelled)
            : PublicNetwork.ConnectAsync(connection.DnsEndPoint, cancelled);
    }

    private async Task<FetchOutcome> FollowAsync(Uri address, CancellationToken limit)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = _hosts.TakesCredentials(address) ? _credentials : null;
            using var response = await WithinSilenceAsync(
                token => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), limit);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await ReadAsync(response, limit);
            }

            if (response.Headers.Location is not { } location || !_hosts.MayLeadTo(address = new Uri(address, location)))
            {
                LogForeign();
                return new FetchOutcome.Refused(FileRefusal.ForeignAddress);
            }
        }

        return new FetchOutcome.Refused(FileRefusal.ForeignAddress);
    }

    private async Task<FetchOutcome> ReadAsync(HttpResponseMessage response, CancellationToken limit)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return Refused(response);
        }

        if (response.Content.Headers.ContentLength > ReceivedFile.MaxBytes)
        {
            return new FetchOutcome.Refused(FileRefusal.TooLarge);
        }

        await using var body = await response.Content.ReadAsStreamAsync(limit);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await WithinSilenceAsync(token => body.ReadAsync(buffer, token).AsTask(), limit) is > 0 and var read)
        {
            if (content.Length + read > ReceivedFile.MaxBytes)
            {
                return new FetchOutcome.Refused(FileRefusal.TooLarge);
            }

            content.Write(buffer, 0, read);
        }

        var named = response.Content.Headers.ContentDisposition;
        return new FetchOutcome.Fetched(content.ToArray(), named?.FileNameStar ?? named?.FileName?.Trim('"'));
    }

    /// <summary>Only what is certain never to change is final: a file may appear a little after its message, and a token may be put right.</summary>
    private FetchOutcome Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        LogRefused(status);
        return status switch
        {
            429 or >= 500 or 408 or 401 or 403 => new FetchOutcome.Retry(response.Headers.RetryAfter?.Delta, FileRefusal.Unreachable),
            404 => new FetchOutcome.Retry(null, FileRefusal.Gone),
            _ => new FetchOutcome.Refused(FileRefusal.Gone),
        };
    }

    private async Task<T> WithinSilenceAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken limit)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(limit);
        silence.CancelAfter(_options.Silence);
        return await step(silence.Token);
    }

    [LoggerMessage(LogLevel.Warning, "Fetching a file failed with {Kind}.")]
    private partial void LogNoAnswer(string kind);

    [LoggerMessage(LogLevel.Warning, "Fetching a file was answered with HTTP {Status}.")]
    private partial void LogRefused(int status);

    [LoggerMessage(LogLevel.Warning, "A file was said to lie where none of ours do; it is not fetched.")]
    private partial void LogForeign();
}
