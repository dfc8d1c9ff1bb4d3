namespace Microsoft.Bot.Schema;

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>The language of the text, for example ar-SA.</summary>
    string Locale { get; set; }

    /// <summary>The text.</summary>
    string Text { get; set; }

    /// <summary>What is said where the channel speaks (SSML).</summary>
    string Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    string InputHint { get; set; }

    /// <summary>The text where cards cannot be shown.</summary>
    string Summary { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>.</summary>
    string TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    string AttachmentLayout { get; set; }

    /// <summary>Cards and files.</summary>
    IList<Attachment> Attachments { get; set; }

    /// <summary>Buttons that vanish once one is chosen.</summary>
    SuggestedActions SuggestedActions { get; set; }

    /// <summary>One of <see cref="ActivityImportance"/>.</summary>
    string Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    string DeliveryMode { get; set; }

    /// <summary>Not to be delivered after this moment.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>What a button carried.</summary>
    object Value { get; set; }

    /// <summary>The mentions among <see cref="IActivity.Entities"/>; never null.</summary>
    Mention[] GetMentions();

    /// <summary>Whether there is text, a summary, an attachment or channel data.</summary>
    bool HasContent();
}
