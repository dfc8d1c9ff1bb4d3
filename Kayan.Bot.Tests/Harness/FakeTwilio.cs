using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// Twilio's message API on loopback: answers by script, keeps a ledger of what it took by our outbox id, lists it, and posts
/// signed status callbacks. Point <c>Twilio:BaseUrl</c> to <see cref="BaseAddress"/>.
/// </summary>
public sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeTwilioAccount _account;
    private readonly ConcurrentQueue<FakeTwilioAnswer> _script = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _authorization;
    private readonly string _messagesPath;
    private int _requests;

    private FakeTwilio(WebApplication app, FakeTwilioAccount account, TimeProvider time)
    {
        _app = app;
        _account = account;
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Sid}:{account.AuthToken}"));
        _messagesPath = $"/2010-04-01/Accounts/{account.Sid}/Messages.json";
        Ledger = new(account, time);
        Callbacks = new(account);
        Media = new(account);
    }

    public FakeTwilioAccount Account => _account;

    public string BaseAddress { get; private set; } = "";

    /// <summary>What was taken.</summary>
    public FakeTwilioLedger Ledger { get; }

    /// <summary>The stored templates.</summary>
    public FakeTwilioContents Contents { get; } = new();

    /// <summary>Status callbacks to the service.</summary>
    public FakeTwilioCallbacks Callbacks { get; }

    /// <summary>What people sent, to be fetched.</summary>
    public FakeTwilioMedia Media { get; }

    /// <summary>Requests to send, whatever the answer.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Decides where no answer is queued; null: <see cref="FakeTwilioAnswer.Created"/>.</summary>
    public Func<IFormCollection, FakeTwilioAnswer>? Decide { get; set; }

    /// <summary>How the list of messages answers; null: with the list.</summary>
    public FakeTwilioAnswer? ListAnswer { get; set; }

    /// <param name="account">Null: the usual one.</param>
    /// <param name="time">The clock for the messages' dates; null: the system's.</param>
    /// <param name="url">For example "http://127.0.0.1:9021"; by default a free port.</param>
    public static async Task<FakeTwilio> StartAsync(FakeTwilioAccount? account = null, TimeProvider? time = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var fake = new FakeTwilio(app, account ?? new(), time ?? TimeProvider.System);
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        fake.BaseAddress = app.Urls.First();
        fake.Media.BaseAddress = fake.BaseAddress;
        return fake;
    }

    /// <summary>The next requests get these answers, one each.</summary>
    public void Enqueue(params IEnumerable<FakeTwilioAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Callbacks.DisposeAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (!string.Equals(request.Headers.Authorization, _authorization, StringComparison.Ordinal))
        {
            await FakeTwilioJson.WriteErrorAsync(context, FakeTwilioAnswer.Unauthorized);
        }
        else if (Media.Has(request.Path))
        {
            await Media.AnswerAsync(context, _stopping.Token);
        }
        else if (string.Equals(request.Path.Value, _messagesPath, StringComparison.Ordinal))
        {
            await (HttpMethods.IsPost(request.Method) ? SendAsync(context) : ListAsync(context));
        }
        else if (!await Contents.TryHandleAsync(context))
        {
            await FakeTwilioJson.WriteErrorAsync(context, FakeTwilioAnswer.Error(404, 20404));
        }
    }

    private async Task SendAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Interlocked.Increment(ref _requests);
        var answer = Refusal(form) ?? (_script.TryDequeue(out var next) ? next : Decide?.Invoke(form) ?? FakeTwilioAnswer.Created);
        var message = answer.Accepts ? Ledger.Add(form) : null;
        await EndAsync(context, answer, message is null ? null : FakeTwilioJson.Of(_account, message));
        if (message is not null)
        {
            Callbacks.Report(message);
        }
    }

    private Task ListAsync(HttpContext context) => ListAnswer is { } answer
        ? EndAsync(context, answer, null)
        : context.Response.WriteAsync(FakeTwilioJson.Page(_account, Ledger, context.Request));

    private async Task EndAsync(HttpContext context, FakeTwilioAnswer answer, string? json)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        switch (answer.End)
        {
            case FakeTwilioAnswer.Ending.Reset:
                context.Abort();
                break;
            case FakeTwilioAnswer.Ending.Hang:
                await Task.Delay(Timeout.Infinite, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FakeTwilioAnswer.Ending.SlowBytes:
                await FakeTwilioJson.DripAsync(context, json ?? "", gone.Token);
                break;
            default:
                await FakeTwilioJson.WriteAsync(context, answer, json);
                break;
        }
    }

    /// <summary>What Twilio refuses before anything else.</summary>
    private static FakeTwilioAnswer? Refusal(IFormCollection form)
    {
        var body = form["Body"].ToString();
        int? code = (form["To"].ToString(), form["From"].ToString() + form["MessagingServiceSid"], body + form["ContentSid"]) switch
        {
            ({ Length: 0 }, _, _) => 21604,
            (_, { Length: 0 }, _) => 21603,
            (_, _, { Length: 0 }) => 21619,
            _ when body.Length > 1600 => 21617,
            _ when !Uri.TryCreate(form["StatusCallback"], UriKind.Absolute, out _) => 21609,
            _ => null,
        };
        return code is { } refused ? FakeTwilioAnswer.Error(400, refused) : null;
    }
}
