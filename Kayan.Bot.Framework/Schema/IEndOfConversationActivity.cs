namespace Microsoft.Bot.Schema;

/// <summary>The conversation has ended.</summary>
public interface IEndOfConversationActivity : IActivity
{
    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    string Code { get; set; }

    /// <summary>A closing text.</summary>
    string Text { get; set; }
}
