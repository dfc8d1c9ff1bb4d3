using System.Diagnostics;
using System.Net;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// The service as a process of its own, in Production, on a free loopback port and with a database in a folder that goes away
/// with it. It can be killed and started again on the same database.
/// </summary>
internal sealed class KayanProcess : IDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly DirectoryInfo _folder;
    private Process? _process;

    /// <param name="account">Ours at the provider.</param>
    /// <param name="twilioAddress">Where the provider's REST API is.</param>
    /// <param name="settings">Further settings, by environment variable.</param>
    /// <param name="folder">Where to keep the database; by default in the system's temporary folder.</param>
    /// <param name="storage">A database that others work on too; by default one of its own.</param>
    public KayanProcess(
        FakeTwilioAccount account, string twilioAddress, Dictionary<string, string>? settings = null, string? folder = null, TestStorage? storage = null)
    {
        _folder = Directory.CreateDirectory(
            Path.Combine(folder ?? Path.GetTempPath(), $"kayan-process-{Environment.ProcessId}-{Port}"));
        Storage = storage ?? TestStorage.Create(StorageProvider.Sqlite, Folder);
        _settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = Address,
            ["Storage__Provider"] = Storage.Provider.ToString(),
            ["ConnectionStrings__Kayan"] = Storage.ConnectionString,
            ["Twilio__AccountSid"] = account.Sid,
            ["Twilio__AuthToken"] = account.AuthToken,
            ["Twilio__BaseUrl"] = twilioAddress,
            ["Twilio__PublicBaseUrl"] = Address,
            ["Twilio__WhatsAppFrom"] = account.WhatsAppFrom,
            ["Twilio__SmsFrom"] = account.SmsFrom,
            ["Twilio__ContentBaseUrl"] = twilioAddress,
            ["Twilio__WhatsAppPerSecond"] = "2000",
            ["WebChat__SigningKey"] = "a signing key of the tests, long enough for HMAC-SHA-256",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in settings ?? [])
        {
            _settings[name] = value;
        }
    }

    public int Port { get; } = FreePort.Next();

    public string Address => $"http://127.0.0.1:{Port}";

    public string Folder => _folder.FullName;

    public TestStorage Storage { get; }

    /// <summary>The database where it is SQLite.</summary>
    public string DatabaseFile => Path.Combine(Folder, "kayan.db");

    /// <summary>What the process wrote, both streams.</summary>
    public ConcurrentLines Output { get; } = new();

    /// <summary>Resident memory in megabytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process!.Refresh();
            return Math.Round(_process.WorkingSet64 / 1048576.0, 1);
        }
    }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the process and comes back when it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        Launch();
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(new Uri($"{Address}/health/ready"), cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                if (_process!.HasExited)
                {
                    throw new InvalidOperationException($"The service ended with {_process.ExitCode}:\n{Output}");
                }
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>kill -TERM; the exit code, when it has ended.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        await SignalAsync("TERM", cancellationToken);
        return await ExitAsync(cancellationToken);
    }

    /// <summary>Sends a signal by its name: STOP freezes the process where it is, CONT lets it go on.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken = default)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Starts the process and waits for its end: for a command, or for what is to stop it.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        Launch(arguments);
        return ExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process!.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    private void Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kayan.Bot.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Output.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
