using Kayan.Bot.CaseFile;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Channels.WebChat;
using Kayan.Bot.Health;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Simulator;
using Kayan.Bot.Site;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;

namespace Kayan.Bot;

/// <summary>The table of contents of the service.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.PrepareAsync();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return 78; // EX_CONFIG
        }
    }

    /// <summary>Puts the service together. Tests set their own database and doubles of the outside world with <paramref name="adjust"/>.</summary>
    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddStorage();
        builder.AddPipeline();
        builder.AddTwilio();
        builder.AddWebChat();
        builder.AddSite();
        builder.AddDialogs();
        builder.AddSimulator();
        builder.AddHealth();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.MapTwilio();
        app.MapWebChat();
        app.MapSite();
        app.MapSimulator();
        app.MapHealth();
        return app;
    }

    /// <summary>What has to be there before the first message: the database in its newest version.</summary>
    internal static async Task PrepareAsync(this WebApplication app)
    {
        await app.MigrateAsync();
    }
}
