using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Security;
using Microsoft.Extensions.WebEncoders;
using MudBlazor.Services;

namespace Kayan.Bot.Console;

internal static class ConsoleExtensions
{
    /// <summary>The staff console: Blazor pages under /console.</summary>
    public static IHostApplicationBuilder AddConsole(this IHostApplicationBuilder builder)
    {
        builder.AddSignIn();
        var services = builder.Services;
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DetailedErrors = false;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        });
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddSingleton(typeof(Scoped<>));
        services.AddScoped<ConsoleTime>();
        services.AddScoped<ConversationReader>();
        services.AddScoped<RequestReader>();
        services.AddScoped<SendingReader>();
        return builder;
    }

    /// <summary>Headers, language, and what the console's forms need. The rest of the service is left as it is.</summary>
    public static WebApplication UseConsole(this WebApplication app)
    {
        app.UseWhen(IsConsole, console =>
        {
            console.Use((context, next) =>
            {
                ConsoleHeaders.Write(context);
                return next(context);
            });
            console.UseRequestLocalization(ConsoleLanguage.Options());
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseWhen(IsConsole, console => console.Use(ConsoleForms.CatchStaleForms));
        return app;
    }

    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(StaffPolicies.Staff);
        endpoints.MapConsoleForms();
        return endpoints;
    }

    private static bool IsConsole(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/console") || context.Request.Path.StartsWithSegments("/_blazor");
}
