using Kayan.Bot.Domain.People;
using Kayan.Bot.Observability;
using Kayan.Bot.Simulator;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.Twilio;

internal static class TwilioExtensions
{
    /// <summary>WhatsApp and SMS through Twilio. Development talks to the simulator unless configured otherwise.</summary>
    public static void AddTwilio(this IHostApplicationBuilder builder)
    {
        var options = builder.Services.AddOptions<TwilioOptions>();
        if (builder.Environment.IsDevelopment())
        {
            options.Configure(twilio => SimulatorAccount.Use(twilio, builder.Configuration["urls"]));
        }

        options.BindConfiguration(TwilioOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsCheck>();
        builder.Services.AddSingleton<WebhookReader>();
        builder.Services.AddSingleton<TwilioMessagesEndpoint>();
        builder.Services.AddSingleton<TwilioStatusEndpoint>();
        builder.Services.AddHttpClient<TwilioApi>()
            .UseSocketsHttpHandler((handler, services) => Configure(handler, services.GetRequiredService<IOptions<TwilioOptions>>().Value))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        AddChannel(builder.Services, ChannelKind.WhatsApp);
        AddChannel(builder.Services, ChannelKind.Sms);
    }

    /// <summary>The two webhooks. They authenticate by Twilio's signature and run before any middleware: they are the busiest.</summary>
    public static void MapTwilio(this IEndpointRouteBuilder endpoints)
    {
        var messages = endpoints.ServiceProvider.GetRequiredService<TwilioMessagesEndpoint>();
        var status = endpoints.ServiceProvider.GetRequiredService<TwilioStatusEndpoint>();
        endpoints.MapPost(TwilioMessagesEndpoint.Path, Measures.Webhook(WebhookKind.Message, messages.HandleAsync)).AllowAnonymous().ShortCircuit();
        endpoints.MapPost($"{TwilioStatusEndpoint.Path}/{{outboxId}}", Measures.Webhook(WebhookKind.Status, status.HandleAsync))
            .AllowAnonymous().ShortCircuit();
        endpoints.Map(TwilioMessagesEndpoint.Path, NotAllowed).AllowAnonymous().ShortCircuit();
        endpoints.Map($"{TwilioStatusEndpoint.Path}/{{outboxId}}", NotAllowed).AllowAnonymous().ShortCircuit();
    }

    private static void AddChannel(IServiceCollection services, ChannelKind kind) =>
        services.AddSingleton<IChannel>(provider =>
            ActivatorUtilities.CreateInstance<TwilioChannel>(provider, kind));

    private static void Configure(SocketsHttpHandler handler, TwilioOptions options)
    {
        handler.ConnectTimeout = options.ConnectTimeout;
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.UseProxy = !new Uri(options.BaseUrl).IsLoopback;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30);
    }

    /// <summary>Otherwise another verb would be sent to the staff's sign-in page.</summary>
    private static Task NotAllowed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = HttpMethods.Post;
        return Task.CompletedTask;
    }
}
