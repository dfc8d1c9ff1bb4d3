using System.Net;
using System.Net.Sockets;
using Kayan.Bot.Channels;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Every way in which sending can end, and every error code of the table.</summary>
public sealed class SendOutcomeTests : IAsyncLifetime, IDisposable
{
    private readonly TwilioChannelRig _rig = new();
    private FakeTwilio _twilio = null!;

    public static TheoryData<string> Losses => ["AcceptThenHang", "AcceptThenReset", "SlowBytes", "BadJson", "Hang", "Reset", "500", "503", "503 page", "201 page"];

    public async Task InitializeAsync() => _twilio = await FakeTwilio.StartAsync();

    public async Task DisposeAsync() => await _twilio.DisposeAsync();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_EveryErrorCode_EndsAsItsRowSays()
    {
        _rig.Book.Use([]);
        var channel = _rig.Channel(ChannelKind.WhatsApp, _twilio);
        foreach (var (code, (_, treatment, _, _)) in TwilioErrors.Table)
        {
            _twilio.Enqueue(FakeTwilioAnswer.Error(400, code));
            SendOutcome expected = treatment switch
            {
                TwilioTreatment.OptOut => new SendOutcome.OptedOut(code),
                TwilioTreatment.Retry => new SendOutcome.Retry(null, code),
                TwilioTreatment.NotSetUp => new SendOutcome.Retry(TimeSpan.FromMinutes(10), code, Ours: true),
                TwilioTreatment.FallBack => new SendOutcome.Failed(code, OtherWay: true),
                TwilioTreatment.OurFault => new SendOutcome.Failed(code, Ours: true),
                TwilioTreatment.Window => new SendOutcome.NoTemplate("message (ar)", code),
                _ => new SendOutcome.Failed(code),
            };

            Assert.Equal(expected, await channel.SendAsync(Message(), default));
        }

        Assert.Empty(_twilio.Ledger.Messages);
        Assert.Equal(TwilioErrors.Table.Count, _twilio.Requests);
    }

    [Theory]
    [InlineData(400, 99999)]
    [InlineData(400, 21211)]
    [InlineData(403, 63003)]
    public async Task Send_ErrorThatNeverPasses_FailsWithItsCode(int status, int code)
    {
        _twilio.Enqueue(FakeTwilioAnswer.Error(status, code));

        Assert.Equal(new SendOutcome.Failed(code, OtherWay: code == 63003), await SendAsync());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Send_TooManyRequests_IsRetriedWhenTwilioSays(int? seconds)
    {
        _twilio.Enqueue(FakeTwilioAnswer.TooManyRequests(seconds));

        Assert.Equal(new SendOutcome.Retry(seconds is { } s ? TimeSpan.FromSeconds(s) : null, 20429), await SendAsync());
    }

    [Fact]
    public async Task Send_WrongCredentials_IsRetriedLaterAndNotLost()
    {
        _twilio.Enqueue(FakeTwilioAnswer.Unauthorized);

        Assert.Equal(new SendOutcome.Retry(TimeSpan.FromMinutes(10), 20003, Ours: true), await SendAsync());
    }

    [Theory]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(407)]
    public async Task Send_RefusedBySomethingInBetween_IsRetriedLater(int status)
    {
        _twilio.Enqueue(FakeTwilioAnswer.Page(status));

        Assert.Equal(new SendOutcome.Retry(TimeSpan.FromMinutes(10), null, Ours: true), await SendAsync());
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Send_NoUsableAnswer_IsAmbiguousAndNotRepeated(string loss)
    {
        _twilio.Enqueue(loss switch
        {
            "AcceptThenHang" => FakeTwilioAnswer.AcceptThenHang,
            "AcceptThenReset" => FakeTwilioAnswer.AcceptThenReset,
            "SlowBytes" => FakeTwilioAnswer.SlowBytes,
            "BadJson" => FakeTwilioAnswer.BadJson,
            "Hang" => FakeTwilioAnswer.Hang,
            "Reset" => FakeTwilioAnswer.Reset,
            "500" => FakeTwilioAnswer.Error(500, 20500),
            "503" => FakeTwilioAnswer.Error(503, 20503),
            "503 page" => FakeTwilioAnswer.Page(503),
            _ => FakeTwilioAnswer.Page(201, accepted: true),
        });

        Assert.IsType<SendOutcome.Ambiguous>(await SendAsync());
        Assert.InRange(_twilio.Requests, 0, 1);
    }

    [Fact]
    public async Task Send_NobodyListens_IsRetried()
    {
        var port = FreePort();
        var channel = _rig.Channel(ChannelKind.Sms, _twilio, options => options.BaseUrl = $"http://127.0.0.1:{port}");

        Assert.Equal(new SendOutcome.Retry(null, null), await channel.SendAsync(Message(), default));
    }

    [Fact]
    public async Task Send_NameThatDoesNotResolve_IsRetried()
    {
        var channel = _rig.Channel(ChannelKind.Sms, _twilio, options => options.BaseUrl = "http://api.twilio.invalid");

        Assert.Equal(new SendOutcome.Retry(null, null), await channel.SendAsync(Message(), default));
    }

    [Fact]
    public async Task Send_ConnectionThatIsNeverAccepted_IsRetried()
    {
        // A full backlog: the connection is not refused, it just never comes about.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        using var first = new TcpClient();
        using var second = new TcpClient();
        await first.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);
        _ = second.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);
        var channel = _rig.Channel(ChannelKind.Sms, _twilio, options =>
        {
            options.BaseUrl = $"http://{listener.LocalEndPoint}";
            options.ConnectTimeout = TimeSpan.FromMilliseconds(200);
        });

        Assert.Equal(new SendOutcome.Retry(null, null), await channel.SendAsync(Message(), default));
    }

    private static OutgoingMessage Message() =>
        new(Guid.CreateVersion7(), "+966500000001", ActivityJson.Write(MessageFactory.Text("أهلًا")), true, "ar");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<SendOutcome> SendAsync() =>
        _rig.Channel(ChannelKind.Sms, _twilio, options => options.SendTimeout = TimeSpan.FromSeconds(2)).SendAsync(Message(), default);
}
