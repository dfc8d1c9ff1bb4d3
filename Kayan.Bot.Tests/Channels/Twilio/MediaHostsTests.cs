using System.Net;
using System.Net.Sockets;
using Kayan.Bot.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Where files may be fetched from, and who gets our credentials.</summary>
public sealed class MediaHostsTests
{
    private const string Account = "AC00000000000000000000000000000000";

    [Theory]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages/MM1/Media/ME1")]
    [InlineData($"https://api.twilio.com:443/2010-04-01/Accounts/{Account}/Media/ME1")]
    public void Credentials_GoToTheApiBelowOurAccount(string url) => Assert.True(Hosts().TakesCredentials(new Uri(url)));

    [Theory]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1")]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/../AC00000000000000000000000000000001/Media/ME1")]
    [InlineData($"http://api.twilio.com/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://api.twilio.com:8443/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://api.twilio.com.evil.example/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://api.twilio.com@evil.example/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://user@api.twilio.com/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://evil.example/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://mms.twiliocdn.com/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://127.0.0.1/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"https://api.twilio.com./2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData($"ftp://api.twilio.com/2010-04-01/Accounts/{Account}/Media/ME1")]
    [InlineData("file:///etc/passwd")]
    public void Credentials_GoNowhereElse(string url) => Assert.False(Hosts().TakesCredentials(new Uri(url)));

    [Theory]
    [InlineData("https://mms.twiliocdn.com/AC1/abc?Expires=1&Signature=x")]
    [InlineData("https://media.twiliocdn.com/AC1/abc")]
    [InlineData("https://api.dublin.ie1.twilio.com/x")]
    [InlineData("https://media.twiliocdn.com.s3-external-1.amazonaws.com/AC1/abc")]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/abc")]
    public void Redirect_ToTheProvidersStores_IsFollowed(string url) => Assert.True(Hosts().MayLeadTo(new Uri(url)));

    [Theory]
    [InlineData("http://mms.twiliocdn.com/AC1/abc")]
    [InlineData("https://mms.twiliocdn.com:8080/AC1/abc")]
    [InlineData("https://twiliocdn.com.evil.example/x")]
    [InlineData("https://eviltwilio.com/x")]
    [InlineData("https://evil-twiliocdn.com/x")]
    [InlineData("https://s3-external-1.amazonaws.com/evil/abc")]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/../evil/abc")]
    [InlineData("https://evil.s3.amazonaws.com/media.twiliocdn.com/abc")]
    [InlineData("https://x@mms.twiliocdn.com/abc")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_x")]
    public void Redirect_Elsewhere_IsNot(string url) => Assert.False(Hosts().MayLeadTo(new Uri(url)));

    [Fact]
    public void Redirect_OnThisMachine_IsFollowedOnlyWhereTheApiIsHereToo()
    {
        Assert.True(Hosts("http://127.0.0.1:9021").MayLeadTo(new Uri("http://127.0.0.1:9022/store/1")));
        Assert.False(Hosts("http://127.0.0.1:9021").TakesCredentials(new Uri($"http://127.0.0.1:9022/2010-04-01/Accounts/{Account}/Media/1")));
        Assert.False(Hosts("http://127.0.0.1:9021").MayLeadTo(new Uri("http://127.0.0.2:9021/store/1")));
        Assert.False(Hosts("https://gateway.example.org").MayLeadTo(new Uri("https://gateway.example.org:8443/store/1")));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("ff02::1")]
    public void Address_AroundUs_IsNotPublic(string address) => Assert.False(PublicNetwork.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("54.172.60.1")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:54.172.60.1")]
    [InlineData("2600:9000:2000::1")]
    public void Address_Outside_IsPublic(string address) => Assert.True(PublicNetwork.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Name_ThatPointsToThisMachine_IsNotConnectedTo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var name = new DnsEndPoint("api.twilio.com", ((IPEndPoint)listener.LocalEndpoint).Port);

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
            await PublicNetwork.ConnectAsync(name, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback]), default));

        Assert.False(listener.Pending());
    }

    private static MediaHosts Hosts(string baseUrl = "https://api.twilio.com") =>
        new(Options.Create(new TwilioOptions { AccountSid = Account, BaseUrl = baseUrl }));
}
