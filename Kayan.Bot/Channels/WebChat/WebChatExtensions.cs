using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

internal static class WebChatExtensions
{
    private const string Base = "/v3/directline";

    public static IHostApplicationBuilder AddWebChat(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.HasSigningKey(), "WebChat:SigningKey is missing or has fewer than 32 characters. Set the environment variable WebChat__SigningKey.")
            .Validate(o => o.HasStrongSecretOrNone(), "WebChat:Secret has fewer than 32 characters. Set the environment variable WebChat__Secret.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IPostConfigureOptions<WebChatOptions>, DevelopmentSigningKey>();
        builder.Services.AddCors();
        builder.Services
            .AddSingleton<ChatTokens>().AddSingleton<ChatOrigins>().AddSingleton<ChatLimits>().AddSingleton<VisitCookie>()
            .AddSingleton<Transcript>().AddSingleton<ConversationStart>().AddSingleton<SocketRegistry>()
            .AddSingleton<DirectLineAuthorization>().AddSingleton<DirectLineCors>()
            .AddSingleton<TokenEndpoints>().AddSingleton<ConversationEndpoints>().AddSingleton<ActivityEndpoints>().AddSingleton<UploadEndpoint>().AddSingleton<StreamEndpoint>();
        return builder;
    }

    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var cors = services.GetRequiredService<DirectLineCors>();
        endpoints.MapMethods(Base + "/{**path}", [HttpMethods.Options], cors.Preflight);

        var open = endpoints.MapGroup(Base).AddEndpointFilter(cors);
        var tokens = services.GetRequiredService<TokenEndpoints>();
        var conversations = services.GetRequiredService<ConversationEndpoints>();
        var activities = services.GetRequiredService<ActivityEndpoints>();
        open.MapPost("/tokens/generate", tokens.GenerateAsync);
        open.MapPost("/tokens/end", tokens.End);
        open.MapPost("/conversations", conversations.StartAsync);
        open.MapGet("/session/getsessionid", () => DirectLineErrors.NotFound);

        var authorized = open.MapGroup("").AddEndpointFilter(services.GetRequiredService<DirectLineAuthorization>());
        authorized.MapPost("/tokens/refresh", tokens.Refresh);
        authorized.MapGet("/conversations/{conversationId}", conversations.OpenAsync);
        authorized.MapGet("/conversations/{conversationId}/activities", activities.PollAsync);
        authorized.MapPost("/conversations/{conversationId}/activities", activities.PostAsync);
        authorized.MapPost("/conversations/{conversationId}/upload", services.GetRequiredService<UploadEndpoint>().PostAsync);

        var socket = endpoints.CreateApplicationBuilder();
        socket.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        socket.Run(services.GetRequiredService<StreamEndpoint>().OpenAsync);
        endpoints.MapGet(Base + "/conversations/{conversationId}/stream", socket.Build());
        return endpoints;
    }
}
