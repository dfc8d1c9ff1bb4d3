using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Twilio's REST API for messages. A request to send is never repeated here: the API has no idempotency key, so that only the
/// outbox, which can look up what became of the first try, may do so.
/// </summary>
internal sealed partial class TwilioApi
{
    private readonly HttpClient _http;
    private readonly TwilioOptions _options;
    private readonly ILogger<TwilioApi> _logger;
    private readonly string _base;
    private readonly string _messages;

    public TwilioApi(HttpClient http, IOptions<TwilioOptions> options, ILogger<TwilioApi> logger)
    {
        (_http, _options, _logger) = (http, options.Value, logger);
        _base = _options.BaseUrl.TrimEnd('/');
        _messages = $"/2010-04-01/Accounts/{_options.AccountSid}/Messages.json";
        _http.DefaultRequestHeaders.Authorization = _options.Credentials;
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
    }

    /// <summary>Asks to send. Whatever happens is a value.</summary>
    public async Task<SendOutcome> SendAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var form = new TrackedForm(fields);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.SendTimeout);
        try
        {
            using var response = await _http.PostAsync(new Uri(_base + _messages), form, timeout.Token);
            return await ReadAsync(response, timeout.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            LogNoAnswer(failure.GetType().Name, form.HasLeft);
            return form.HasLeft ? new SendOutcome.Ambiguous() : new SendOutcome.Retry(null, null);
        }
    }

    /// <summary>The messages to an address since a day, page by page; null ends a list that could not be read to its end.</summary>
    public async IAsyncEnumerable<TwilioMessage?> ListAsync(
        string to, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var day = since.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var next = $"{_messages}?To={Uri.EscapeDataString(to)}&DateSent%3E={day}&PageSize=100";
        for (var pages = 0; next is not null; pages++)
        {
            if (pages == MaxPages || await PageAsync(next, cancellationToken) is not { Messages: { } messages } page)
            {
                yield return null;
                yield break;
            }

            foreach (var message in messages)
            {
                yield return message;
            }

            next = page.NextPageUri is ['/', ..] ? page.NextPageUri : null;
        }
    }

    private const int MaxPages = 20;

    private async Task<TwilioPage?> PageAsync(string path, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.SendTimeout);
        try
        {
            using var response = await _http.GetAsync(new Uri(_base + path), timeout.Token);
            var json = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return response.IsSuccessStatusCode ? JsonSerializer.Deserialize(json, TwilioJson.Default.TwilioPage) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or JsonException)
        {
            LogNoList(failure.GetType().Name);
            return null;
        }
    }

    private async Task<SendOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var message = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
        {
            return message?.Sid is { Length: 34 } sid ? new SendOutcome.Accepted(sid) : new SendOutcome.Ambiguous();
        }

        if (status >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout)
        {
            LogRefused(status, message?.Code);
            return new SendOutcome.Ambiguous();
        }

        if (response.StatusCode is HttpStatusCode.TooManyRequests)
        {
            return new SendOutcome.Retry(response.Headers.RetryAfter?.Delta, message?.Code ?? TwilioErrors.TooManyRequests);
        }

        LogRefused(status, message?.Code);
        return Refused(message?.Code);
    }

    /// <summary>Refused before anything was taken. A refusal without Twilio's code came from something in between.</summary>
    private SendOutcome Refused(int? code) => (code is null ? TwilioTreatment.NotSetUp : TwilioErrors.Of(code)) switch
    {
        TwilioTreatment.Retry => new SendOutcome.Retry(null, code),
        TwilioTreatment.NotSetUp => new SendOutcome.Retry(_options.ConfigurationRetry, code, Ours: true),
        TwilioTreatment.OptOut => new SendOutcome.OptedOut(code!.Value),
        TwilioTreatment.FallBack => new SendOutcome.Failed(code, OtherWay: true),
        TwilioTreatment.OurFault => new SendOutcome.Failed(code, Ours: true),
        _ => new SendOutcome.Failed(code),
    };

    private static TwilioMessage? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TwilioJson.Default.TwilioMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Twilio refused a message: HTTP {Status}, code {Code}.")]
    private partial void LogRefused(int status, int? code);

    [LoggerMessage(LogLevel.Warning, "Twilio gave no answer: {Kind}; the request had left: {Left}.")]
    private partial void LogNoAnswer(string kind, bool left);

    [LoggerMessage(LogLevel.Warning, "Twilio's list of messages could not be read: {Kind}.")]
    private partial void LogNoList(string kind);
}
