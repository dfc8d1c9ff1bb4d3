using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Kayan.Bot.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Simulator;

/// <summary>
/// Twilio's message API as far as we use it, in this process: takes messages, shows them on the simulated phones, lists them,
/// and reports their states by signed callbacks.
/// </summary>
internal sealed class SimulatedTwilio(SimulatedPhones phones, SimulatedWebhooks webhooks, IOptions<TwilioOptions> options, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(350);

    private readonly Channel<Taken> _taken = Channel.CreateUnbounded<Taken>();
    private readonly ConcurrentQueue<TwilioMessage> _messages = [];

    public async Task<IResult> SendAsync(HttpRequest request)
    {
        if (!IsOurs(request))
        {
            return TypedResults.Json(new TwilioMessage(null, null, null, null, null, null, 20003), TwilioJson.Default.TwilioMessage, null, 401);
        }

        var form = await request.ReadFormAsync();
        var isTemplate = form.ContainsKey("ContentSid");
        var text = isTemplate ? Variable(form["ContentVariables"].ToString()) : form["Body"].ToString();
        var now = time.GetUtcNow();
        var message = new TwilioMessage(
            SimulatedWebhooks.NewSid(), form["To"], form["From"], text, "outbound-api", now.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture), null);
        _messages.Enqueue(message);
        var bubble = new PhoneMessage(message.Sid!, false, text, now, "sent", isTemplate);
        phones.Show(message.To!, bubble);
        _taken.Writer.TryWrite(new(message, form["StatusCallback"].ToString(), bubble));
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
        string[] states = isWhatsApp && phones.IsWatched(taken.Message.To) ? ["sent", "delivered", "read"] : ["sent", "delivered"];
        foreach (var state in states)
        {
            await Task.Delay(Step, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            await webhooks.PostStatusAsync(taken.Message, taken.Callback, state, stopping);
            phones.Show(taken.Message.To, taken.Bubble with { Status = state });
        }
    }

    private bool IsOurs(HttpRequest request) => request.Headers.Authorization
        == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthTokens[0]}"));

    private static string Variable(string json)
    {
        using var variables = JsonDocument.Parse(json);
        return variables.RootElement.GetProperty("1").GetString() ?? "";
    }

    private sealed record Taken(TwilioMessage Message, string Callback, PhoneMessage Bubble);
}
