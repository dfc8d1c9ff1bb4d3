using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Kayan.Bot.Channels.Twilio;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Simulator;

/// <summary>
/// Twilio's message API as far as we use it, in this process: takes messages, shows them on the simulated phones, lists them,
/// and reports their states by signed callbacks. It fails when it is asked to.
/// </summary>
internal sealed class SimulatedTwilio(
    SimulatedPhones phones, SimulatedContents contents, SimulatedWebhooks webhooks, IOptions<TwilioOptions> options, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(350);

    private readonly Channel<Taken> _taken = Channel.CreateUnbounded<Taken>();
    private readonly ConcurrentQueue<TwilioMessage> _messages = [];
    private readonly ConcurrentDictionary<string, PhoneTrouble> _troubles = [];

    /// <summary>What goes wrong with the next message to this address; null: nothing.</summary>
    public void Trouble(string address, PhoneTrouble? trouble)
    {
        if (trouble is null)
        {
            _troubles.TryRemove(address, out _);
        }
        else
        {
            _troubles[address] = trouble;
        }
    }

    public async Task<IResult> SendAsync(HttpRequest request)
    {
        if (!IsOurs(request))
        {
            return Refuse(401, 20003);
        }

        var form = await request.ReadFormAsync();
        var to = form["To"].ToString();
        if (_troubles.TryRemove(to, out var trouble) && trouble.At is TroubleAt.Request)
        {
            return Refuse(trouble.Code == TwilioErrors.TooManyRequests ? 429 : 400, trouble.Code);
        }

        var stored = form["ContentSid"].ToString() is { Length: > 0 } sid ? contents.Render(sid, form["ContentVariables"].ToString()) : null;
        if (stored is null && form.ContainsKey("ContentSid"))
        {
            return Refuse(400, 21656);
        }

        var text = stored?.Text ?? form["Body"].ToString();
        var now = time.GetUtcNow();
        var message = new TwilioMessage(
            SimulatedWebhooks.NewSid(), to, form["From"], text, "outbound-api", now.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture), null);
        _messages.Enqueue(message);
        var bubble = new PhoneMessage(message.Sid!, false, text, now, "sent", stored?.Approved ?? false, stored?.Buttons, stored?.Menu);
        phones.Show(to, bubble);
        _taken.Writer.TryWrite(new(message, form["StatusCallback"].ToString(), bubble, trouble));
        return TypedResults.Json(message, TwilioJson.Default.TwilioMessage, null, 201);
    }

    public IResult List(HttpRequest request) => TypedResults.Json(
        new TwilioPage([.. _messages.Where(message => message.To == request.Query["To"]).Reverse()], null), TwilioJson.Default.TwilioPage);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var taken in _taken.Reader.ReadAllAsync(stoppingToken))
        {
            _ = DeliverAsync(taken, stoppingToken);
        }
    }

    private async Task DeliverAsync(Taken taken, CancellationToken stopping)
    {
        var isWhatsApp = taken.Message.To!.StartsWith("whatsapp:", StringComparison.Ordinal);
        string[] states = taken.Trouble is not null ? ["sent", "undelivered"]
            : isWhatsApp && phones.IsWatched(taken.Message.To) ? ["sent", "delivered", "read"]
            : ["sent", "delivered"];
        foreach (var state in states)
        {
            await Task.Delay(Step, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            var code = state is "undelivered" ? taken.Trouble?.Code : null;
            await webhooks.PostStatusAsync(taken.Message, taken.Callback, state, code, stopping);
            phones.Show(taken.Message.To, taken.Bubble with { Status = state, Code = code });
        }
    }

    private static JsonHttpResult<TwilioMessage> Refuse(int status, int code) =>
        TypedResults.Json(new TwilioMessage(null, null, null, null, null, null, code), TwilioJson.Default.TwilioMessage, null, status);

    private bool IsOurs(HttpRequest request) => request.Headers.Authorization == options.Value.Credentials.ToString();

    private sealed record Taken(TwilioMessage Message, string Callback, PhoneMessage Bubble, PhoneTrouble? Trouble);
}
