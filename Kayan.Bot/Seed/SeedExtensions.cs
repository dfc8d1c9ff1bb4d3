using Kayan.Bot.Security;

namespace Kayan.Bot.Seed;

internal static class SeedExtensions
{
    public const string Setting = "Seed:Demo";

    /// <summary>Accounts from the command line, and demo data in Development only.</summary>
    public static IHostApplicationBuilder AddSeed(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<StaffAccounts>().AddScoped<DevelopmentSeed>();
        return builder;
    }

    /// <summary>Fills an empty database in Development, unless <c>Seed:Demo</c> is false. Nothing anywhere else.</summary>
    public static async Task SeedAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue(Setting, true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DevelopmentSeed>().RunAsync(app.Lifetime.ApplicationStopping);
    }
}
