using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A store of files at another address than the API: answers one way and remembers who signed in.</summary>
public sealed class FakeStore : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _credentials = [];

    private FakeStore(WebApplication app) => _app = app;

    public string BaseAddress { get; private set; } = "";

    /// <summary>The Authorization header of each request; empty where there was none.</summary>
    public IReadOnlyCollection<string> Credentials => _credentials;

    public static async Task<FakeStore> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var store = new FakeStore(app);
        app.Run(context =>
        {
            store._credentials.Enqueue(context.Request.Headers.Authorization.ToString());
            return answer(context);
        });
        await app.StartAsync();
        store.BaseAddress = app.Urls.First();
        return store;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
