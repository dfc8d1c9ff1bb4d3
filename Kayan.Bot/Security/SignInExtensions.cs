using System.Threading.RateLimiting;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Kayan.Bot.Security;

internal static class SignInExtensions
{
    public const string SignInPath = "/console/sign-in";

    /// <summary>Staff accounts in our own database, a cookie, and the roles.</summary>
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options => ConfigureCookie(options, builder.Environment));
        services.AddIdentityCore<StaffUser>(ConfigureIdentity)
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<KayanDbContext>()
            .AddSignInManager<StaffSignInManager>()
            .AddClaimsPrincipalFactory<StaffClaimsFactory>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(30));

        // The same keys on each node, and after each deployment.
        services.AddDataProtection().SetApplicationName("kayan-bot");
        services.AddOptions<KeyManagementOptions>()
            .Configure<WriteQueue>((options, writes) => options.XmlRepository = new DataProtectionKeys(writes));
        services.AddSingleton<DecoyPassword>();
        services.AddScoped<StaffSignIn>();
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationState>();
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffPolicies.Staff, policy => policy.RequireRole(StaffRoles.All))
            .AddPolicy(StaffPolicies.Managers, policy => policy.RequireRole(StaffRoles.Manager, StaffRoles.Administrator))
            .AddPolicy(StaffPolicies.Administrators, policy => policy.RequireRole(StaffRoles.Administrator));
        services.AddRateLimiter(ConfigureRate);
        return builder;
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.Password = new PasswordOptions
        {
            RequiredLength = 10,
            RequiredUniqueChars = 4,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = "kayan-staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.LoginPath = SignInPath;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static void ConfigureRate(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(StaffPolicies.SignInRate, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));
    }
}
