using System.Net;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The real service in this process: Kestrel on a free loopback port, a database of its own, real pipeline.</summary>
internal sealed class KayanHost : IAsyncDisposable, IDisposable
{
    private readonly TestStorage _storage;
    private readonly bool _ownsStorage = true;
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Pipeline:Scan"] = "00:00:00.2",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Seed:Demo"] = "false",
    };

    private readonly List<Action<IServiceCollection>> _services = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayan-test-");
    private string _environment = Environments.Development;
    private WebApplication? _app;
    private HttpClient? _client;

    public KayanHost()
        : this(TestStorage.Default)
    {
    }

    /// <param name="storage">The kind of database, by name.</param>
    public KayanHost(string storage)
        : this(Enum.Parse<StorageProvider>(storage))
    {
    }

    /// <param name="shared">A database that other hosts work on too.</param>
    public KayanHost(TestStorage shared) => (_storage, _ownsStorage) = (shared, false);

    public KayanHost(StorageProvider storage) => _storage = TestStorage.Create(storage, _folder.FullName);

    /// <summary>The folder that holds this host's database; goes away with the host.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The database where it is SQLite.</summary>
    public string DatabaseFile => Path.Combine(Folder, "kayan.db");

    /// <summary>The address that the service listens on, for example http://127.0.0.1:41234.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public IServiceProvider Services => _app!.Services;

    public HttpClient Client => _client ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
    };

    public KayanHost With(string setting, string? value)
    {
        _settings[setting] = value;
        return this;
    }

    public KayanHost With(Action<IServiceCollection> services)
    {
        _services.Add(services);
        return this;
    }

    public KayanHost In(string environment)
    {
        _environment = environment;
        return this;
    }

    /// <summary>Starts the service; comes back when it listens.</summary>
    public async Task<KayanHost> StartAsync()
    {
        _app = Program.Build(
            ["--environment", _environment, "--urls", Address.ToString(), "--contentRoot", ContentRoot(), "--Storage:Provider", $"{_storage.Provider}",
                "--ConnectionStrings:Kayan", _storage.ConnectionString,
                .. _settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            builder =>
            {
                builder.Logging.ClearProviders();
                foreach (var services in _services)
                {
                    services(builder.Services);
                }
            });
        await _app.PrepareAsync();
        await _app.StartAsync();
        return this;
    }

    /// <summary>Reads the service's database, or writes what a test needs to be there.</summary>
    public async Task<T> DatabaseAsync<T>(Func<KayanDbContext, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<KayanDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await StopAsync(_app);
            await _app.DisposeAsync();
        }

        if (_ownsStorage)
        {
            _storage.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    public void Dispose() => Task.Run(async () => await DisposeAsync()).GetAwaiter().GetResult();

    private static async Task StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception late) when (late is OperationCanceledException or AggregateException)
        {
            // A browser that keeps its connection, or Hangfire's worker, may take longer than a stop has time for.
        }
    }

    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kayan.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "Kayan.Bot");
    }
}
