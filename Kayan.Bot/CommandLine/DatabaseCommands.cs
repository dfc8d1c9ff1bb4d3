using System.CommandLine;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kayan.Bot.CommandLine;

/// <summary>The database, for the one who installs.</summary>
internal static class DatabaseCommands
{
    /// <param name="build">Puts together what the database needs.</param>
    public static Command Create(Func<WebApplication> build) => new("db", "The database of ConnectionStrings:Kayan.")
    {
        Migrate(build), Check(build), Script(build),
    };

    private static Command Migrate(Func<WebApplication> build)
    {
        var command = new Command("migrate", "Brings the database to the newest version.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var app = build();
            var before = await app.Services.GetRequiredService<DatabasePreparation>().MigrateAsync(cancellation);
            await System.Console.Out.WriteLineAsync($"{before.Missing.Count} migrations applied.");
            return 0;
        });
        return command;
    }

    private static Command Check(Func<WebApplication> build)
    {
        var command = new Command("check", "Says where the database stands beside this version; exit code 0 where they fit.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var app = build();
            var state = await app.Services.GetRequiredService<DatabasePreparation>().CheckAsync();
            await (state.IsCurrent ? System.Console.Out : System.Console.Error).WriteLineAsync(state.Line);
            return state.IsCurrent ? 0 : 1;
        });
        return command;
    }

    private static Command Script(Func<WebApplication> build)
    {
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; otherwise it is printed." };
        var from = new Option<string?>("--from") { Description = "The migration after which it starts; otherwise an empty database." };
        var command = new Command("script", "Writes the SQL that brings a database to the newest version, for one who runs it by hand.") { output, from };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = build();
            await using var db = app.Services.GetRequiredService<DatabaseProvider>().CreateContext();
            var script = db.GetService<IMigrator>().GenerateScript(parsed.GetValue(from), null, Options(db));
            if (parsed.GetValue(output) is not { } file)
            {
                await System.Console.Out.WriteAsync(script.AsMemory(), cancellation);
                return 0;
            }

            await File.WriteAllTextAsync(file.FullName, script, cancellation);
            return 0;
        });
        return command;
    }

    // A script that may be run again does nothing the second time; SQLite has no way to say that.
    private static MigrationsSqlGenerationOptions Options(KayanDbContext db) =>
        db.Database.IsSqlite() ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent;
}
