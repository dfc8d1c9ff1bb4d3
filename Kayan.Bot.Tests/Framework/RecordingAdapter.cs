using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

/// <summary>Keeps what reaches the channel, and gives ids "sent-0", "sent-1" and so on.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public static Activity Incoming(string? text = "hello", string type = ActivityTypes.Message) => new(type)
    {
        Id = "in-1",
        Text = text,
        ChannelId = "sms",
        ServiceUrl = "urn:service",
        Locale = "ar-SA",
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: "conversation"),
    };

    public Task RunAsync(Activity activity, Func<ITurnContext, Task> bot) =>
        RunPipelineAsync(new TurnContext(this, activity), (turnContext, _) => bot(turnContext), default);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new List<ResourceResponse>();
        foreach (var activity in activities)
        {
            responses.Add(new ResourceResponse($"sent-{Sent.Count}"));
            Sent.Add(activity);
        }

        return Task.FromResult(responses.ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
