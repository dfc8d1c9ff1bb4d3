using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.CommandLine;

/// <summary>What can be done from the command line instead of starting the service.</summary>
internal static class Commands
{
    /// <summary>Whether these arguments name a command; otherwise they are settings of the service.</summary>
    public static bool Names(string[] args) =>
        args is ["api-key" or "staff" or "faq" or "language" or "templates" or "db" or "settings" or "health" or "--help" or "-h" or "-?", ..];

    /// <param name="args">What was typed.</param>
    /// <param name="open">Puts the service together, for the commands that need its database.</param>
    /// <param name="database">Puts together what the commands for the database itself need.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong.</exception>
    /// <exception cref="DatabaseStateException">The database cannot be used.</exception>
    public static Task<int> RunAsync(string[] args, Func<Task<WebApplication>> open, Func<WebApplication> database) =>
        new RootCommand("Kayan.Bot: without a command it starts the service.")
        {
            ApiKey(open), Staff(open), FaqCommands.Create(), LanguageCommands.Create(), TemplateCommands.Create(open),
            DatabaseCommands.Create(database), SettingsCommands.Create(), HealthCommands.Create(),
        }.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    private static Command ApiKey(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "Who holds the key; stands in the case file as the one who moved a request." };
        var create = new Command("create", "Makes a key and prints it this once.") { name };
        create.SetAction((parsed, cancellation) => InScopeAsync<ApiKeys>(open, async keys =>
            Print(await keys.CreateAsync(parsed.GetRequiredValue(name), cancellation), "A live key of that name is there.")));
        var revoke = new Command("revoke", "Refuses a key from now on.") { name };
        revoke.SetAction((parsed, cancellation) => InScopeAsync<ApiKeys>(open, async keys =>
            Print(await keys.RevokeAsync(parsed.GetRequiredValue(name), cancellation) ? "Revoked." : null, "There is no live key of that name.")));
        return new Command("api-key", "Keys of the back-office API.") { create, revoke };
    }

    private static Command Staff(Func<Task<WebApplication>> open)
    {
        var email = new Argument<string>("email") { Description = "The name to sign in with." };
        var display = new Option<string>("--name") { Description = "The name that colleagues and beneficiaries see.", Required = true };
        var role = new Option<string>("--role") { Description = "Administrator, Manager or SocialWorker.", Required = true };
        role.AcceptOnlyFromAmong([.. StaffRoles.All]);
        var create = new Command("create", "Makes an account and prints its password this once.") { email, display, role };
        create.SetAction((parsed, _) => InScopeAsync<StaffAccounts>(open, async staff =>
        {
            var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
            var result = await staff.CreateAsync(
                parsed.GetRequiredValue(email), parsed.GetRequiredValue(display), parsed.GetRequiredValue(role), password);
            return Print(result.Succeeded ? password : null, string.Join(' ', result.Errors.Select(error => error.Description)));
        }));
        return new Command("staff", "Staff accounts.") { create };
    }

    private static int Print(string? result, string otherwise)
    {
        (result is null ? System.Console.Error : System.Console.Out).WriteLine(result ?? otherwise);
        return result is null ? 1 : 0;
    }

    private static async Task<int> InScopeAsync<T>(Func<Task<WebApplication>> open, Func<T, Task<int>> work)
        where T : notnull
    {
        await using var app = await open();
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}
