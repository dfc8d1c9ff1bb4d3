using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Links.Pages;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayan.Bot.Links;

/// <summary>
/// The pages under /s/. Opening one changes nothing: previews of links open them, too. A code that leads nowhere looks like any other
/// address that is not there.
/// </summary>
internal sealed class LinkEndpoints(LinkDesk desk, LinkGuesses guesses, LinkWords words, IAntiforgery antiforgery)
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Thanks = "thanks";
    private const string Again = "again";
    private const string Done = "done";
    private const string Start = "start";

    public Task<IResult> ShowAsync(HttpContext context, string code) => WithAsync(context, code, link => link.Kind switch
    {
        LinkKind.Rating => ShowRatingAsync(context, link),
        LinkKind.Status => Task.FromResult<IResult>(Page<StatusPage>(context, new { link.StopPath })),
        _ => ShowStopAsync(context, link),
    });

    public Task<IResult> ShowStopAsync(HttpContext context, string code) => WithAsync(context, code, link => ShowStopAsync(context, link));

    public Task<IResult> RateAsync(HttpContext context, string code) => WithAsync(context, code, async link =>
    {
        if (link.Kind != LinkKind.Rating)
        {
            return Absent(context);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Redirect(context, $"{link.Path}?{Again}");
        }

        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = (await desk.ReadRatingAsync(link, context.RequestAborted)).With(sent);
        if (form.Service is null)
        {
            return Rating(context, link, form, LinksText.Missing, StatusCodes.Status422UnprocessableEntity);
        }

        await desk.RateAsync(link, form, context.RequestAborted);
        return Redirect(context, $"{link.Path}?{Thanks}");
    });

    public Task<IResult> StopAsync(HttpContext context, string code) => WithAsync(context, code, async link =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Redirect(context, link.StopPath);
        }

        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        if (sent["do"] == Start)
        {
            await desk.StartAsync(words[LinksText.Start], context.RequestAborted);
            return Redirect(context, $"{link.StopPath}?{Done}");
        }

        await desk.StopAsync(words[LinksText.Stop], context.RequestAborted);
        return Redirect(context, link.StopPath);
    });

    private async Task<IResult> WithAsync(HttpContext context, string code, Func<OpenLink, Task<IResult>> show)
    {
        var from = context.Connection.RemoteIpAddress;
        if (guesses.AreTooMany(from))
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await desk.OpenAsync(code, context.RequestAborted) is not { } link)
        {
            return Absent(context);
        }

        try
        {
            return await show(link);
        }
        catch (StorageUnavailableException)
        {
            return Page<FailedPage>(context, new { Back = link.Path }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> ShowRatingAsync(HttpContext context, OpenLink link)
    {
        var form = await desk.ReadRatingAsync(link, context.RequestAborted);
        return context.Request.Query.ContainsKey(Thanks) && form.Service is not null
            ? Page<ThanksPage>(context, new { Form = form, Back = link.Path, link.StopPath })
            : Rating(context, link, form, context.Request.Query.ContainsKey(Again) ? LinksText.Again : null);
    }

    private async Task<IResult> ShowStopAsync(HttpContext context, OpenLink link) => Page<StopPage>(context, new
    {
        Action = link.StopPath,
        IsStopped = await desk.IsStoppedAsync(link, context.RequestAborted),
        IsStarted = context.Request.Query.ContainsKey(Done),
        Token = Token(context),
    });

    private RazorComponentResult<RatingPage> Rating(HttpContext context, OpenLink link, RatingForm form, string? notice, int status = StatusCodes.Status200OK) =>
        Page<RatingPage>(context, new { Form = form, Action = link.Path, link.StopPath, Notice = notice, Token = Token(context) }, status);

    private string Token(HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken!;

    private IResult Absent(HttpContext context)
    {
        guesses.Count(context.Connection.RemoteIpAddress);
        return Results.NotFound();
    }

    private static IResult Redirect(HttpContext context, string to)
    {
        context.Response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static RazorComponentResult<T> Page<T>(HttpContext context, object parameters, int status = StatusCodes.Status200OK)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        return new RazorComponentResult<T>(parameters) { StatusCode = status };
    }
}
