using System.Text.Json.Nodes;
using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder;

/// <summary>Makes the events of a handoff to a person.</summary>
public static class EventFactory
{
    /// <summary>Asks for a person to take over the conversation of this turn.</summary>
    public static IEventActivity CreateHandoffInitiation(
        ITurnContext turnContext, object handoffContext, Transcript transcript = null)
    {
        BotAssert.ContextNotNull(turnContext);
        var handoff = CreateHandoff(HandoffEventNames.InitiateHandoff, ToJson(handoffContext), turnContext.Activity.Conversation);
        handoff.From = turnContext.Activity.From;
        handoff.RelatesTo = turnContext.Activity.GetConversationReference();
        handoff.ReplyToId = turnContext.Activity.Id;
        handoff.ServiceUrl = turnContext.Activity.ServiceUrl;
        handoff.ChannelId = turnContext.Activity.ChannelId;
        if (transcript is not null)
        {
            handoff.Attachments.Add(new Attachment("application/json", content: transcript, name: "Transcript"));
        }

        return handoff;
    }

    /// <summary>Tells how a handoff goes: "accepted", "failed" or "completed".</summary>
    public static IEventActivity CreateHandoffStatus(ConversationAccount conversation, string state, string message = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(state);
        return CreateHandoff(HandoffEventNames.HandoffStatus, new JsonObject { ["state"] = state, ["message"] = message }, conversation);
    }

    private static JsonNode ToJson(object value) =>
        value is null ? null : JsonNode.Parse(SchemaJson.SerializeToUtf8Bytes(value));

    private static Activity CreateHandoff(string name, JsonNode value, ConversationAccount conversation) => new(ActivityTypes.Event)
    {
        Name = name,
        Value = value,
        Id = Guid.CreateVersion7().ToString(),
        Timestamp = TimeProvider.System.GetUtcNow(),
        Conversation = conversation,
        Attachments = [],
        Entities = [],
    };
}
