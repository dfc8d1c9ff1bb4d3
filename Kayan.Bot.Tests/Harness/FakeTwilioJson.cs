using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The fake's answers on the wire.</summary>
internal static class FakeTwilioJson
{
    public static string Of(FakeTwilioAccount account, FakeTwilioMessage message) => JsonSerializer.Serialize(Fields(account, message));

    /// <summary>One page of the list, newest first.</summary>
    public static string Page(FakeTwilioAccount account, FakeTwilioLedger ledger, HttpRequest request)
    {
        var query = request.Query;
        var size = int.Parse(Or(query["PageSize"], "50"), CultureInfo.InvariantCulture);
        var page = int.Parse(Or(query["Page"], "0"), CultureInfo.InvariantCulture);
        var found = ledger.Messages.Where(message => Matches(message, query)).Reverse().Skip(page * size).Take(size + 1).ToArray();
        var rest = string.Join('&', query.Where(pair => pair.Key is not ("Page" or "PageSize"))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["messages"] = found.Take(size).Select(message => Fields(account, message)).ToArray(),
            ["page"] = page,
            ["page_size"] = size,
            ["next_page_uri"] = found.Length > size ? $"{request.Path}?{rest}&PageSize={size}&Page={page + 1}" : null,
        });
    }

    public static Task WriteErrorAsync(HttpContext context, FakeTwilioAnswer answer) => WriteAsync(context, answer, null);

    public static Task WriteAsync(HttpContext context, FakeTwilioAnswer answer, string? json)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.Body is { } page && page.StartsWith('<') ? "text/html" : "application/json";
        if (answer.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var error = $$"""{"code":{{answer.Code ?? 0}},"message":"scripted","more_info":"https://www.twilio.com/docs/errors/{{answer.Code}}","status":{{answer.Status}}}""";
        return response.WriteAsync(answer.Body ?? json ?? error);
    }

    public static async Task DripAsync(HttpContext context, string json, CancellationToken gone)
    {
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        foreach (var b in Encoding.UTF8.GetBytes(json))
        {
            await context.Response.Body.WriteAsync(new[] { b }, CancellationToken.None);
            await context.Response.Body.FlushAsync(CancellationToken.None);
            await Task.Delay(200, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (gone.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static Dictionary<string, object?> Fields(FakeTwilioAccount account, FakeTwilioMessage message) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = account.Sid,
        ["to"] = message.To,
        ["from"] = message.From,
        ["body"] = message.Body,
        ["direction"] = "outbound-api",
        ["status"] = message.From is null ? "accepted" : "queued",
        ["num_media"] = "0",
        ["num_segments"] = "1",
        ["error_code"] = null,
        ["date_created"] = message.CreatedAt.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal),
        ["date_sent"] = null,
    };

    private static bool Matches(FakeTwilioMessage message, IQueryCollection query) =>
        (query["To"].Count == 0 || query["To"] == message.To)
        && (query["From"].Count == 0 || query["From"] == message.From)
        && (query["DateSent>"].Count == 0 || message.CreatedAt.UtcDateTime.Date >= Date(query["DateSent>"]));

    private static DateTime Date(string? text) => DateTime.ParseExact(text![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Or(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;
}
