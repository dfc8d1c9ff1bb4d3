using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Pipeline;

/// <summary>Runs the bot over one activity and keeps what it says. Nothing leaves the process during a turn.</summary>
internal sealed class BufferingAdapter : BotAdapter
{
    private readonly List<Activity> _sent = [];

    /// <summary>What the bot said, in order; no traces.</summary>
    public IReadOnlyList<Activity> Sent => _sent;

    public async Task RunAsync(Activity activity, IBot bot, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, bot.OnTurnAsync, cancellationToken);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            if (activities[i].Type is not (ActivityTypes.Trace or ActivityTypes.Typing))
            {
                _sent.Add(activities[i]);
            }

            responses[i] = new ResourceResponse(activities[i].Id ?? string.Empty);
        }

        return Task.FromResult(responses);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was said cannot be changed on these channels.");

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was said cannot be taken back on these channels.");
}
