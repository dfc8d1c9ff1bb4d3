using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What channels can show.</summary>
public class Channel
{
    /// <summary>Whether a channel shows this many suggested actions.</summary>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100) =>
        SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <summary>Whether a channel shows this many suggested actions in a kind of conversation.</summary>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100, string conversationType = default) =>
        channelId switch
        {
            Channels.Facebook or Channels.Skype => buttonCnt <= 10,
            Channels.Line => buttonCnt <= 13,
            Channels.Kik => buttonCnt <= 20,
            Channels.Msteams => conversationType == "personal" && buttonCnt <= 3,
            Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat =>
                buttonCnt <= 100,
            _ => false,
        };

    /// <summary>Whether a channel shows this many buttons on a card.</summary>
    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) => channelId switch
    {
        Channels.Facebook or Channels.Skype => buttonCnt <= 3,
        Channels.Msteams => buttonCnt <= 50,
        Channels.Line => buttonCnt <= 99,
        Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech
            or Channels.Webchat or Channels.Cortana => buttonCnt <= 100,
        _ => false,
    };

    /// <summary>Whether a channel shows the messages so far.</summary>
    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    /// <summary>How long the title of a button may be.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    /// <summary>The channel of a turn, never null.</summary>
    public static string GetChannelId(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? string.Empty;
}
