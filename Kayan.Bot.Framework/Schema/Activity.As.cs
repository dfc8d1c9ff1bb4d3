namespace Microsoft.Bot.Schema;

public partial class Activity :
    IConversationUpdateActivity,
    IContactRelationUpdateActivity,
    IInstallationUpdateActivity,
    IMessageActivity,
    IMessageUpdateActivity,
    IMessageDeleteActivity,
    IMessageReactionActivity,
    ISuggestionActivity,
    ITypingActivity,
    IEndOfConversationActivity,
    IEventActivity,
    IInvokeActivity,
    ITraceActivity,
    IHandoffActivity,
    ICommandActivity,
    ICommandResultActivity
{
    /// <inheritdoc/>
    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <inheritdoc/>
    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() =>
        IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    /// <inheritdoc/>
    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    /// <inheritdoc/>
    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <inheritdoc/>
    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    /// <inheritdoc/>
    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    /// <inheritdoc/>
    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    /// <inheritdoc/>
    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <inheritdoc/>
    public IMessageUpdateActivity AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    /// <inheritdoc/>
    public IMessageDeleteActivity AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    /// <inheritdoc/>
    public IMessageReactionActivity AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    /// <inheritdoc/>
    public ISuggestionActivity AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    /// <summary>This, or null when it is not a trace.</summary>
    public ITraceActivity AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    /// <summary>This, or null when it is not a handoff.</summary>
    public IHandoffActivity AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    /// <summary>This, or null when it is not a command.</summary>
    public ICommandActivity AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    /// <summary>This, or null when it is not a command result.</summary>
    public ICommandResultActivity AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    /// <summary>Whether <see cref="Type"/> is this type or one below it ("event/x" is an event).</summary>
    protected bool IsActivity(string activityType) =>
        Type != null
        && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');
}
