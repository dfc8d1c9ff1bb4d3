using System.Net.Sockets;
using System.Text;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>Type=notify: systemd learns from the service itself that it is ready.</summary>
[Collection(PublishedCollection.Name)]
public sealed class NotifyTests(PublishedFolder published)
{
    [ProgramsFact("bash")]
    public async Task Start_UnderSystemd_SaysThatItIsReady()
    {
        var folder = Directory.CreateTempSubdirectory("kayan-notify-");
        try
        {
            var account = new FakeTwilioAccount();
            using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            systemd.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "notify")));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var running = Shell.RunAsync(
                "bash",
                // The number of the process that systemd started; "exec" keeps it.
                ["-c", "export SYSTEMD_EXEC_PID=$$; echo $$ > pid; exec dotnet \"$0\"", Path.Combine(published.Path, "Kayan.Bot.dll")],
                new()
                {
                    ["NOTIFY_SOCKET"] = Path.Combine(folder.FullName, "notify"),
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}",
                    ["ConnectionStrings__Kayan"] = $"Data Source={folder.FullName}/kayan.db",
                    ["Twilio__AccountSid"] = account.Sid,
                    ["Twilio__AuthToken"] = account.AuthToken,
                    ["Twilio__PublicBaseUrl"] = "https://bot.example.org",
                    ["Twilio__WhatsAppFrom"] = account.WhatsAppFrom,
                    ["WebChat__SigningKey"] = "a signing key of the tests, long enough for HMAC-SHA-256",
                },
                folder.FullName);

            var said = new byte[256];
            var length = await systemd.ReceiveAsync(said, limit.Token);
            var process = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "pid"), limit.Token);
            await Shell.MustAsync("kill", ["-TERM", process.Trim()]);

            Assert.Contains("READY=1", Encoding.UTF8.GetString(said, 0, length), StringComparison.Ordinal);
            Assert.Equal(0, (await running).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
