using System.Net.Sockets;
using System.Text;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Deploy;

/// <summary>Type=notify: systemd learns from the service itself that it is ready.</summary>
[Collection(PublishedCollection.Name)]
public sealed class NotifyTests(PublishedFolder published)
{
    // Ends the service when the test has seen what it wanted, and after a minute at the latest.
    private const string Start = """
        dotnet "$0" > log 2>&1 &
        for ((i = 0; i < 600; i++)); do [ ! -e seen ] || break; sleep 0.1; done
        kill -TERM $!; wait $!
        """;

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
            // The service looks whether the process that started it is called systemd.
            var parent = Path.Combine(folder.FullName, "systemd");
            await Shell.MustAsync("cp", ["/bin/bash", parent]);
            var running = Shell.RunAsync(
                parent,
                ["-c", Start, Path.Combine(published.Path, "Kayan.Bot.dll")],
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

            Assert.Contains("READY=1", Encoding.UTF8.GetString(said, 0, length), StringComparison.Ordinal);
            await Shell.MustAsync("touch", [Path.Combine(folder.FullName, "seen")]);
            Assert.Equal(0, (await running).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
