namespace Kayan.Bot.Incidents;

internal static class IncidentsExtensions
{
    /// <summary>What only a person can put right.</summary>
    public static IHostApplicationBuilder AddIncidents(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IncidentLog>();
        return builder;
    }
}
