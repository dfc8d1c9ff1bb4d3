using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter for tests: replies are queued and read one by one.</summary>
public partial class TestAdapter : BotAdapter
{
    private readonly Lock _conversationLock = new();
    private int _nextId;

    /// <summary>An adapter for a channel.</summary>
    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(Reference(channelId, "user1", "User1", "bot", "Bot", "convo1", "Conversation1"), sendTraceActivity)
    {
    }

    /// <summary>An adapter for a conversation; by default user1 talks to bot in convo1 on the channel "test".</summary>
    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? Reference(Channels.Test, "user1", "User1", "bot", "Bot", "convo1", "Conversation1");
    }

    /// <summary>Whether traces are queued as well; default false.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>The language of the activities made; default en-us.</summary>
    public string Locale { get; set; } = "en-us";

    /// <summary>The replies that nobody has read yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>Who talks to whom, and where.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>A conversation by names.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") =>
        Reference(Channels.Test, user.ToLowerInvariant(), user, bot.ToLowerInvariant(), bot, name, name);

    /// <inheritdoc/>
    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn for an activity, addressed to the bot in <see cref="Conversation"/>.</summary>
    public async Task ProcessActivityAsync(
        Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_conversationLock)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
            {
                activity.From = Conversation.User;
            }

            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id = NextId();
        }

        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        activity.LocalTimestamp ??= TimeProvider.System.GetLocalNow();
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Runs a callback in a new conversation.</summary>
    public Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: Guid.CreateVersion7().ToString("n"));
        return callback(CreateTurnContext(update), cancellationToken);
    }

    /// <summary>A message from the user.</summary>
    public Activity MakeActivity(string text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale ?? "en-us",
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    /// <summary>Runs a turn for a text from the user.</summary>
    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>The turn context that <see cref="ProcessActivityAsync(Activity, BotCallbackHandler, CancellationToken)"/> uses.</summary>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference Reference(
        string channelId, string userId, string userName, string botId, string botName, string id, string name) => new()
        {
            ChannelId = channelId,
            ServiceUrl = "https://test.com",
            User = new ChannelAccount(userId, userName),
            Bot = new ChannelAccount(botId, botName),
            Conversation = new ConversationAccount(false, id, name),
            Locale = "en-us",
        };

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);
}
