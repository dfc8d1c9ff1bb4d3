using Hangfire;
using Hangfire.AspNetCore;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Security;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Jobs;

internal static class JobsExtensions
{
    /// <summary>The jobs, their clock and their worker. The store of truth is our own rows, so Hangfire's may be lost.</summary>
    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<FollowUpOptions>().BindConfiguration("FollowUps").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FollowUpOptions>>().Value
            .QuietHours(provider.GetRequiredService<WorkingCalendar>()));
        services.AddSingleton<FollowUpSignal>();
        services.AddScoped<FollowUpJudge>().AddScoped<FollowUpSweep>().AddScoped<SendFollowUp>();
        // Given as services, because what the configuration sets holds for the whole process and not for this host: with another host
        // in the process this one's jobs would run in that one's services.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, configuration) => configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new JobLogProvider(provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton(new BackgroundJobServerOptions { WorkerCount = 4, ServerName = Environment.MachineName });
        services.AddSingleton(RecurringJobSpec.EveryMinute<FollowUpSweep>("follow-ups", sweep => sweep.RunAsync(CancellationToken.None)));
        services.AddHostedService<JobServers>().AddHostedService<RecurringJobs>();
        return builder;
    }

    /// <summary>The dashboard, for administrators.</summary>
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHangfireDashboard("/jobs", new DashboardOptions
        {
            Authorization = [new AdministratorsOnly()],
            DashboardTitle = "كيان",
            DisplayStorageConnectionString = false,
            AppPath = "/console",
        }).RequireAuthorization(StaffPolicies.Administrators);
        return endpoints;
    }
}
