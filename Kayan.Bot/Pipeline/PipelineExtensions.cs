using Microsoft.Bot.Builder;

namespace Kayan.Bot.Pipeline;

internal static class PipelineExtensions
{
    /// <summary>Inbox, turns and outbox.</summary>
    public static IHostApplicationBuilder AddPipeline(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PipelineOptions>().BindConfiguration("Pipeline").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(host =>
        {
            // Side by side, so that a browser that holds its connection does not eat up the time of what is on its way out.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddSingleton<InboxSignal>().AddSingleton<OutboxSignal>().AddSingleton<ConversationFeed>();
        services.AddSingleton<Inbox>().AddSingleton<Outbox>().AddSingleton<TurnRunner>();
        services.AddSingleton<DeliveryReports>().AddSingleton<SmsFallback>().AddSingleton<LoopGuard>();
        services.AddScoped<Dialogs.CurrentConversation>();
        services.AddScoped<TurnState>().AddScoped<IStorage>(provider => provider.GetRequiredService<TurnState>());
        services.AddHostedService<InboxPump>().AddHostedService<OutboxSender>().AddHostedService<Reconciler>().AddHostedService<FeedRelay>();
        return builder;
    }
}
