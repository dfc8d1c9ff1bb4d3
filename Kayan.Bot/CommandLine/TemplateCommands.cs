using System.CommandLine;
using Kayan.Bot.Storage;
using Kayan.Bot.Templates;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.CommandLine;

/// <summary>The WhatsApp templates: stored and submitted, and where they stand.</summary>
internal static class TemplateCommands
{
    public static Command Create(Func<Task<WebApplication>> open)
    {
        var sync = new Command("sync", "Stores the templates of this version at Twilio and submits them for WhatsApp's approval.");
        sync.SetAction((_, cancellation) => RunAsync(open, async services =>
        {
            var added = await services.GetRequiredService<TemplateSync>().RunAsync(cancellation);
            System.Console.WriteLine($"{added.Count} new, {TemplateFile.All.Count} in all.");
            await PrintAsync(services, cancellation);
        }));
        var list = new Command("list", "Reads the approvals back and prints them.");
        list.SetAction((_, cancellation) => RunAsync(open, async services =>
        {
            await services.GetRequiredService<TemplateWatch>().RunAsync(cancellation);
            await PrintAsync(services, cancellation);
        }));
        return new Command("templates", "WhatsApp's templates.") { sync, list };
    }

    private static async Task<int> RunAsync(Func<Task<WebApplication>> open, Func<IServiceProvider, Task> work)
    {
        try
        {
            await using var app = await open();
            await using var scope = app.Services.CreateAsyncScope();
            await work(scope.ServiceProvider);
            return 0;
        }
        catch (ContentApiException failure)
        {
            await System.Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task PrintAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var rows = await services.GetRequiredService<KayanDbContext>().ContentTemplates.AsNoTracking()
            .OrderBy(row => row.Name).ThenBy(row => row.Language).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Category is not null))
        {
            System.Console.WriteLine($"{row.Name} {row.Language} {row.Version} {row.Sid} {row.State} {row.GivenCategory ?? row.Category} {row.Reason}".TrimEnd());
        }
    }
}
