using Kayan.Bot.Api;
using Kayan.Bot.CaseFile;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Channels.WebChat;
using Kayan.Bot.CommandLine;
using Kayan.Bot.Console;
using Kayan.Bot.Faq;
using Kayan.Bot.Files;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Health;
using Kayan.Bot.Incidents;
using Kayan.Bot.Jobs;
using Kayan.Bot.Links;
using Kayan.Bot.Observability;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Requests;
using Kayan.Bot.Seed;
using Kayan.Bot.Settings;
using Kayan.Bot.Simulator;
using Kayan.Bot.Site;
using Kayan.Bot.Storage;
using Kayan.Bot.Templates;
using Microsoft.Extensions.Options;

namespace Kayan.Bot;

/// <summary>The table of contents of the service.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            if (Commands.Names(args))
            {
                return await Commands.RunAsync(args, () => OpenAsync([]), BuildDatabase);
            }

            await using var app = await OpenAsync(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            await System.Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return 78; // EX_CONFIG
        }
        catch (DatabaseStateException unusable)
        {
            await System.Console.Error.WriteLineAsync(unusable.Message);
            return unusable.IsAway ? 69 : 78; // EX_UNAVAILABLE: it may come back
        }
        catch (OperationCanceledException)
        {
            return 130; // interrupted
        }
    }

    private static async Task<WebApplication> OpenAsync(string[] args)
    {
        var app = Build(args);
        await app.PrepareAsync();
        return app;
    }

    /// <summary>Puts the service together. Tests set their own database and doubles of the outside world with <paramref name="adjust"/>.</summary>
    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Begin(args);
        builder.AddAddresses();
        builder.AddPipeline();
        builder.AddTwilio();
        builder.AddTemplates();
        builder.AddIncidents();
        builder.AddWebChat();
        builder.AddSite();
        builder.AddLinks();
        builder.AddDialogs();
        builder.AddFaq();
        builder.AddRequests();
        builder.AddJobs();
        builder.AddFiles();
        builder.AddBackOfficeApi();
        builder.AddConsole();
        builder.AddHandoffs();
        builder.AddSeed();
        builder.AddSimulator();
        builder.AddHealth();
        builder.AddObservability();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseRateLimiter();
        app.UseConsole();
        app.MapStaticAssets().AllowAnonymous();
        app.MapTwilio();
        app.MapWebChat();
        app.MapSite();
        app.MapLinks();
        app.MapJobs();
        app.MapBackOfficeApi();
        app.MapConsole();
        app.MapFiles();
        app.MapSimulator();
        app.MapHealth();
        app.MapObservability();
        app.AnnounceAddresses();
        return app;
    }

    /// <summary>The database alone: whoever looks after it need not know the other secrets.</summary>
    private static WebApplication BuildDatabase() => Begin([]).Build();

    private static WebApplicationBuilder Begin(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read at the start. Watching for changes would watch the folder in which the database is written.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = typeof(Program).Assembly.GetName().Name,
        });
        builder.AddSettings();
        builder.AddStorage();
        return builder;
    }

    /// <summary>What has to be there before the first message: the database in its newest version, in Development with demo data.</summary>
    internal static Task PrepareAsync(this WebApplication app) =>
        app.Services.GetRequiredService<DatabasePreparation>().StartAsync(app.SeedAsync, app.Lifetime.ApplicationStopping);
}
