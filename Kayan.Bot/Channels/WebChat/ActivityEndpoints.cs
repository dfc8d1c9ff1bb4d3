using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Takes what visitors write, and gives what was said to those who poll.</summary>
internal sealed partial class ActivityEndpoints(Inbox inbox, Transcript transcript, ChatLimits limits, ILogger<ActivityEndpoints> logger)
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal const string Source = "directline";
    private const int MaxPolledPages = 10;

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken aborted)
    {
        var visitor = DirectLineAuthorization.Of(context).Visitor;
        if (!limits.MayWrite(visitor.ConversationId))
        {
            return DirectLineErrors.TooMany;
        }

        switch (await IncomingActivity.ReadAsync(context.Request, visitor, aborted))
        {
            case ReadOutcome.Refused { Error: var error }:
                return error;
            case ReadOutcome.Message { Activity: var activity, ExternalId: var externalId }:
                try
                {
                    var receipt = await inbox.ReceiveAsync(
                        new IncomingMessage(Source, externalId, ChannelKind.WebChat, visitor.UserId, activity), CancellationToken.None);
                    return Results.Json(new { id = OpenConversation.ActivityId(visitor, receipt.MessageId) });
                }
                catch (StorageUnavailableException)
                {
                    return DirectLineErrors.Unavailable;
                }

            default:
                return Results.Json(new { id = OpenConversation.ActivityId(visitor, 0) });
        }
    }

    /// <summary>One failed poll stops directlinejs for good, so that without a database the answer is "nothing new".</summary>
    public async Task<IResult> PollAsync(HttpContext context, string? watermark, CancellationToken aborted)
    {
        var visitor = DirectLineAuthorization.Of(context).Visitor;
        var from = Position.Parse(watermark);
        try
        {
            return await transcript.FindAsync(visitor, aborted) is { } conversation
                ? Set(await ReadAsync(conversation, from, aborted))
                : DirectLineErrors.UnknownConversation;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogPollFailed(failure.GetType().Name);
            return Set(new ActivitySet([], new Position(from, default), More: false, AwaitsAnswer: false));
        }
    }

    private async Task<ActivitySet> ReadAsync(OpenConversation conversation, long watermark, CancellationToken cancellationToken)
    {
        var position = await transcript.ResumeAsync(conversation, watermark, cancellationToken);
        var activities = new List<JsonObject>();
        for (var page = 0; ; page++)
        {
            var set = await transcript.ReadAsync(conversation, position, cancellationToken);
            activities.AddRange(set.Activities);
            position = set.Position;
            if (!set.More || page == MaxPolledPages)
            {
                return set with { Activities = activities };
            }
        }
    }

    private static IResult Set(ActivitySet set) => Results.Text(set.ToJson().ToJsonString(Json), "application/json; charset=utf-8");

    [LoggerMessage(LogLevel.Warning, "A poll found no database: {Kind}.")]
    private partial void LogPollFailed(string kind);
}
