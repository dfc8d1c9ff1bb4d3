using Microsoft.Playwright;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// One Chromium for a test class (<c>IClassFixture&lt;Browser&gt;</c>), started by the first page, so that a class whose tests are
/// all skipped starts none. Each page has its own context: cookies and storage of one visitor are not another's.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> _started = new(StartAsync);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, chromium) = await _started.Value;
            await chromium.DisposeAsync();
            driver.Dispose();
        }
    }

    /// <summary>A page of a fresh visitor with an Arabic browser.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 860)
    {
        var context = await NewContextAsync(width, height);
        return await context.NewPageAsync();
    }

    /// <summary>A visitor who may open several pages, or close one and come back.</summary>
    public async Task<IBrowserContext> NewContextAsync(int width = 1280, int height = 860)
    {
        var (_, chromium) = await _started.Value;
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "ar-SA",
            TimezoneId = "Asia/Riyadh",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(60_000);
        return context;
    }

    private static async Task<(IPlaywright Driver, IBrowser Chromium)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Prerequisite.Chromium,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-proxy-server"],
        });
        return (driver, chromium);
    }
}
