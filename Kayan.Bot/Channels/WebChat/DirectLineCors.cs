using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Answers for the configured sites, and for them only, what a browser asks before it lets a page of theirs read.</summary>
internal sealed class DirectLineCors(ICorsService cors, ChatOrigins origins) : IEndpointFilter
{
    private readonly CorsPolicy _policy = new CorsPolicyBuilder()
        .SetIsOriginAllowed(origins.Configured.Contains)
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Options)
        .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
        .SetPreflightMaxAge(TimeSpan.FromHours(24))
        .Build();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Apply(context.HttpContext);
        return next(context);
    }

    public IResult Preflight(HttpContext context)
    {
        Apply(context);
        return Results.NoContent();
    }

    private void Apply(HttpContext context) => cors.ApplyResult(cors.EvaluatePolicy(context, _policy), context.Response);
}
