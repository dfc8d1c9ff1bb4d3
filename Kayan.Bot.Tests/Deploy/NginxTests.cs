using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>deploy/nginx.conf in a real nginx, with a certificate made here and a service that tells what reached it.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Subject = "CN=bot.example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-nginx-");
    private readonly int _plain = FreePort.Next(), _secure = FreePort.Next(), _service = FreePort.Next();
    private WebApplication? _app;

    [Fact]
    public void Conf_BodyLimits_AreTheServicesOwn()
    {
        var sizes = Regex.Matches(DeployFolder.Read("nginx.conf"), @"client_max_body_size (\d+)([km]);")
            .Select(found => int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) << (found.Groups[2].Value == "k" ? 10 : 20));

        Assert.Equal([WebhookReader.MaxBody, ReceivedFile.MaxBytes], sizes);
    }

    [ProgramsFact("nginx")]
    public async Task Nginx_WithThisConf_TakesItAndGuardsWhatItShould()
    {
        await Shell.MustAsync("nginx", ["-t", "-c", Conf(), "-p", _folder.FullName]);
        using var nginx = Process.Start("nginx", ["-c", Conf(), "-p", _folder.FullName]);
        try
        {
            using var http = Client();
            await Eventually.HoldsAsync(async () => await GetAsync(http, "/health/live") is HttpStatusCode.OK);

            using var redirect = await http.GetAsync(new Uri($"http://127.0.0.1:{_plain}/chat?a=1"));
            Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
            Assert.Equal("https://127.0.0.1/chat?a=1", redirect.Headers.Location!.ToString());
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(http, "/metrics"));
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(http, "/health/ready"));

            // The service believes the proxy and not the visitor.
            using var claim = new HttpRequestMessage(HttpMethod.Get, "/chat");
            claim.Headers.Add("X-Forwarded-For", "8.8.8.8");
            claim.Headers.Add("X-Forwarded-Proto", "http");
            using var answer = await http.SendAsync(claim);
            Assert.Equal("GET /chat for 127.0.0.1 over https", await answer.Content.ReadAsStringAsync());

            // Bodies as large as the service takes them.
            Assert.Equal(HttpStatusCode.OK, await PostAsync(http, "/twilio/messages", WebhookReader.MaxBody));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(http, "/twilio/messages", WebhookReader.MaxBody + 1));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(http, "/v3/directline/conversations/x/upload", 1 << 20));

            // A flood of Twilio's goes through, a flood of anybody else does not.
            var webhooks = await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => PostAsync(http, "/twilio/messages", 100)));
            Assert.All(webhooks, status => Assert.Equal(HttpStatusCode.OK, status));
            var visits = await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => GetAsync(http, "/chat")));
            Assert.Contains(HttpStatusCode.TooManyRequests, visits);
            Assert.Empty(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "error.log")));
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync();
        }
    }

    [Theory]
    [InlineData("/v3/directline/conversations/x/stream")]
    [InlineData("/_blazor")]
    public void Conf_Sockets_AreUpgraded(string path)
    {
        var locations = Regex.Matches(
            DeployFolder.Read("nginx.conf"), @"location (?:~ (?<pattern>\S+)|(?<prefix>/\S+)) \{(?<body>[^}]*)\}");
        var mine = locations.First(one => one.Groups["pattern"].Success
            ? Regex.IsMatch(path, one.Groups["pattern"].Value)
            : one.Groups["prefix"].Value == path);

        Assert.Contains("proxy_set_header Upgrade $http_upgrade;", mine.Groups["body"].Value, StringComparison.Ordinal);
        Assert.Contains("proxy_set_header Connection $kayan_connection;", mine.Groups["body"].Value, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_service}");
        _app = builder.Build();
        _app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            var headers = context.Request.Headers;
            var (visitor, scheme) = (headers["X-Forwarded-For"], headers["X-Forwarded-Proto"]);
            await context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path} for {visitor} over {scheme}");
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The very file, with other ports and another certificate, within a main file that leaves no trace on the machine.</summary>
    private string Conf()
    {
        var site = Regex.Replace(DeployFolder.Read("nginx.conf"), @"^\s*listen \[::\].*\n", "", RegexOptions.Multiline)
            .Replace("listen 80;", $"listen 127.0.0.1:{_plain};", StringComparison.Ordinal)
            .Replace("listen 443 ", $"listen 127.0.0.1:{_secure} ", StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", $"127.0.0.1:{_service}", StringComparison.Ordinal)
            .Replace("/etc/nginx/kayan-bot", _folder.FullName, StringComparison.Ordinal)
            .Replace("/var/log/nginx", _folder.FullName, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, "site.conf"), site);
        WriteCertificate();
        string[] kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var temporary = string.Concat(kinds.Select(kind => $"{kind}_temp_path {_folder.FullName}/{kind};\n"));
        var main = Path.Combine(_folder.FullName, "main.conf");
        File.WriteAllText(
            main,
            $"daemon off; pid {_folder.FullName}/pid; error_log stderr;\n{(Environment.UserName == "root" ? "user root;" : "")}\n"
            + $"events {{ worker_connections 2048; }}\nhttp {{\n{temporary}include site.conf;\n}}\n");
        return main;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(_folder.FullName, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        MaxConnectionsPerServer = 16,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == Subject,
        },
    })
    {
        BaseAddress = new Uri($"https://127.0.0.1:{_secure}"),
    };

    private static Task<HttpStatusCode?> GetAsync(HttpClient http, string path) => StatusAsync(http, HttpMethod.Get, path);

    private static Task<HttpStatusCode?> PostAsync(HttpClient http, string path, int bytes) =>
        StatusAsync(http, HttpMethod.Post, path, bytes);

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient http, HttpMethod method, string path, int bytes = 0)
    {
        using var request = new HttpRequestMessage(method, path) { Content = bytes > 0 ? new ByteArrayContent(new byte[bytes]) : null };
        try
        {
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
