using System.Security.Cryptography;
using System.Text;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>The real channel against a fake Twilio, without the rest of the service.</summary>
internal sealed class TwilioChannelRig : IDisposable
{
    private readonly List<HttpClient> _clients = [];

    /// <summary>The templates that may be used; by default all, each with the sid of <see cref="SidOf"/>.</summary>
    public TemplateBook Book { get; } = BookOf(TemplateFile.All);

    public static string SidOf(string name, string language) => "HX" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {language}"))[..16]);

    public static TemplateBook BookOf(IEnumerable<TemplateDefinition> templates)
    {
        var book = new TemplateBook(null!, TimeProvider.System, NullLogger<TemplateBook>.Instance);
        book.Use([.. templates.Select(template => new ContentTemplate
        {
            Name = template.Name, Language = template.Language, Version = template.Version, Sid = SidOf(template.Name, template.Language),
            Variables = string.Join(',', template.Samples.Select(sample => sample.Key)), State = ApprovalState.Approved,
        })]);
        return book;
    }

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
        };
        change?.Invoke(options);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = options.ConnectTimeout, AllowAutoRedirect = false });
        _clients.Add(http);
        var wrapped = Options.Create(options);
        return new TwilioChannel(kind, new TwilioApi(http, wrapped, NullLogger<TwilioApi>.Instance), Book, wrapped);
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());
}
