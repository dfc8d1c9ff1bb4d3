namespace Microsoft.Bot.Schema;

/// <summary>Members or properties of the conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <summary>Who joined.</summary>
    IList<ChannelAccount> MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    IList<ChannelAccount> MembersRemoved { get; set; }

    /// <summary>The new topic.</summary>
    string TopicName { get; set; }

    /// <summary>Whether the earlier history is visible.</summary>
    bool? HistoryDisclosed { get; set; }
}
