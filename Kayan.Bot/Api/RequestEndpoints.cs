using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Requests;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Api;

/// <summary>The requests of the back-office API.</summary>
internal static class RequestEndpoints
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static async Task<Results<Created<RequestView>, Ok<RequestView>, ValidationProblem, ProblemHttpResult>> ReceiveAsync(
        HttpRequest http, ClaimsPrincipal caller, RequestDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http, ApiJson.Default.NewRequestBody);
        if (body is null)
        {
            return problem!;
        }

        var errors = new FieldErrors();
        var key = errors.Optional(IdempotencyKey, http.Headers[IdempotencyKey], 100);
        if (NewRequestReader.Read(body, errors) is not { } request)
        {
            return TypedResults.ValidationProblem(errors.ToDictionary());
        }

        var outcome = await desk.ReceiveAsync(request, NameOf(caller), key is null ? null : (key, HashOf(body)), cancellationToken);
        return outcome switch
        {
            ReceiveOutcome.Received(var received) => TypedResults.Created($"/api/v1/requests/{received.Number}", RequestView.Of(received)),
            ReceiveOutcome.Repeated(var received) => TypedResults.Ok(RequestView.Of(received)),
            ReceiveOutcome.KeyReused => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used for another request."),
            _ => Problems.Of(StatusCodes.Status409Conflict, "The phone number is on file for somebody else."),
        };
    }

    public static async Task<Results<Ok<RequestView>, ProblemHttpResult>> ShowAsync(
        string number, HttpResponse response, KayanDbContext db, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, db, cancellationToken) is not { } request)
        {
            return Problems.NotFound();
        }

        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{request.Version}\"");
        return TypedResults.Ok(RequestView.Of(request));
    }

    public static async Task<Results<Ok<RequestView>, ValidationProblem, ProblemHttpResult>> MoveAsync(
        string number, HttpRequest http, ClaimsPrincipal caller, RequestDesk desk, KayanDbContext db, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http, ApiJson.Default.MoveBody);
        if (body is null)
        {
            return problem!;
        }

        var errors = new FieldErrors();
        if (!EnumName.TryParse(body.To, out RequestStage to))
        {
            errors.Add("to", string.IsNullOrEmpty(body.To) ? "Required." : EnumName.OneOf<RequestStage>());
        }

        var reason = errors.Optional("reason", body.Reason, 500);
        var missing = errors.Names("requirements", body.Requirements);
        var seen = SeenVersion(http, errors);
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors.ToDictionary());
        }

        var move = new RequestMove(to, NameOf(caller), reason) { Missing = missing, SeenVersion = seen };
        var outcome = await desk.MoveAsync(number, move, cancellationToken);
        return await AnswerAsync(outcome, number, db, cancellationToken);
    }

    private static async Task<Results<Ok<RequestView>, ValidationProblem, ProblemHttpResult>> AnswerAsync(
        MoveOutcome outcome, string number, KayanDbContext db, CancellationToken cancellationToken)
    {
        if (outcome == MoveOutcome.ReasonNeeded)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["reason"] = ["A refusal needs a reason that can be told."] });
        }

        db.ChangeTracker.Clear();
        if (outcome == MoveOutcome.Absent || await FindAsync(number, db, cancellationToken) is not { } request)
        {
            return Problems.NotFound();
        }

        return outcome switch
        {
            MoveOutcome.Moved => TypedResults.Ok(RequestView.Of(request)),
            MoveOutcome.Conflict => Problem("Somebody else changed the request first.", request),
            _ => Problem("The policy does not allow this move.", request),
        };
    }

    private static ProblemHttpResult Problem(string title, Request request) => Problems.Of(
        StatusCodes.Status409Conflict,
        title,
        ("stage", request.Stage.ToString()),
        ("nextStages", StageFlow.Next(request.Stage).Select(stage => stage.ToString()).ToArray()),
        ("version", request.Version));

    private static Task<Request?> FindAsync(string number, KayanDbContext db, CancellationToken cancellationToken) =>
        db.Requests.AsNoTracking().Include(r => r.History).Include(r => r.Requirements).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Number == number, cancellationToken);

    private static int? SeenVersion(HttpRequest http, FieldErrors errors)
    {
        var match = http.Headers.IfMatch.ToString();
        if (match is "" or "*")
        {
            return null;
        }

        if (int.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        errors.Add("If-Match", "The ETag of the request, for example \"3\".");
        return null;
    }

    private static string NameOf(ClaimsPrincipal caller) => caller.FindFirstValue(ClaimTypes.Name)!;

    private static string HashOf(NewRequestBody body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body, ApiJson.Default.NewRequestBody))));
}
