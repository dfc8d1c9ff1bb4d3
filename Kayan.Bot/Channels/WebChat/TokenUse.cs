namespace Kayan.Bot.Channels.WebChat;

/// <summary>What a token is good for; one kind is not taken for another.</summary>
internal enum TokenUse
{
    /// <summary>Reading and writing the conversation.</summary>
    Chat,

    /// <summary>Opening a socket soon.</summary>
    Stream,

    /// <summary>Coming back to the conversation with the same browser.</summary>
    Visit,
}
