using System.Text.RegularExpressions;
using Kayan.Bot.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kayan.Bot.Console;

/// <summary>The console's two plain forms: signing out, and the language of the interface.</summary>
internal static partial class ConsoleForms
{
    public const string SignOutPath = "/console/sign-out";

    public const string LanguagePath = "/console/language";

    private const int LargestForm = 16 * 1024;

    public static void MapConsoleForms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(SignOutPath, SignOutAsync)
            .RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        endpoints.MapPost(LanguagePath, ChooseLanguage)
            .AllowAnonymous().RequireRateLimiting(StaffPolicies.SignInRate).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    /// <summary>A path of the staff's own pages; anything else leads to the first of them.</summary>
    public static string Inside(string? path) => path is not null && StaffPage().IsMatch(path) ? path : "/console";

    /// <summary>A form that was open too long, or in two tabs, leads back to the sign-in page instead of an error.</summary>
    public static async Task CatchStaleForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            var isSignedIn = context.User.Identity?.IsAuthenticated == true;
            context.Response.Redirect(isSignedIn ? "/console" : SignInExtensions.SignInPath + "?again=1");
            return;
        }

        await next(context);
    }

    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? from, SignInManager<StaffUser> signIn)
    {
        _ = from;
        await signIn.SignOutAsync();
        return TypedResults.Redirect(SignInExtensions.SignInPath);
    }

    [GeneratedRegex(@"^/(console|jobs)([/?][^\\\p{C}]*)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StaffPage();

    private static RedirectHttpResult ChooseLanguage([FromForm] string? to, [FromForm] string? from, HttpResponse response)
    {
        ConsoleLanguage.Remember(response, to ?? ConsoleLanguage.Arabic);
        return TypedResults.Redirect(Inside(from));
    }
}
