namespace Kayan.Bot.Handoffs;

internal static class HandoffsExtensions
{
    /// <summary>Conversations that a human takes over.</summary>
    public static IHostApplicationBuilder AddHandoffs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<HandoffDesk>();
        builder.Services.AddScoped<WaitingList>();
        return builder;
    }
}
