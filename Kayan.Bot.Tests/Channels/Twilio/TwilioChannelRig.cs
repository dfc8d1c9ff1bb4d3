using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>The real channel against a fake Twilio, without the rest of the service.</summary>
internal sealed class TwilioChannelRig : IDisposable
{
    private readonly List<HttpClient> _clients = [];

    public TwilioChannel Channel(ChannelKind kind, FakeTwilio twilio, Action<TwilioOptions>? change = null)
    {
        var options = new TwilioOptions
        {
            AccountSid = twilio.Account.Sid,
            AuthToken = twilio.Account.AuthToken,
            PublicBaseUrl = "https://bot.example.com/",
            BaseUrl = twilio.BaseAddress,
            WhatsAppFrom = twilio.Account.WhatsAppFrom,
            SmsFrom = twilio.Account.SmsFrom,
            NoticeContentSid = twilio.Account.NoticeContentSid,
        };
        change?.Invoke(options);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = options.ConnectTimeout, AllowAutoRedirect = false });
        _clients.Add(http);
        var wrapped = Options.Create(options);
        return new TwilioChannel(kind, new TwilioApi(http, wrapped, NullLogger<TwilioApi>.Instance), wrapped);
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());
}
