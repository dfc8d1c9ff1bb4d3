using System.CommandLine;
using Kayan.Bot.Settings;

namespace Kayan.Bot.CommandLine;

/// <summary>What can be set, for those who install.</summary>
internal static class SettingsCommands
{
    public static Command Create()
    {
        var environment = new Command("env", "Prints an environment file with every setting: deploy/env.example.");
        environment.SetAction(_ => Print(SettingsPages.EnvironmentFile()));
        var table = new Command("table", "Prints every setting as a Markdown table: the one in the README.");
        table.SetAction(_ => Print(SettingsPages.Table()));
        return new Command("settings", "Every setting with its meaning, range and default.") { environment, table };
    }

    private static int Print(string page)
    {
        System.Console.Out.Write(page);
        return 0;
    }
}
