namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="CardAction.Type"/>.</summary>
public static class ActionTypes
{
    /// <summary>Opens the address in <see cref="CardAction.Value"/>.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Sends the value as if the user had typed it.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value without showing it.</summary>
    public const string PostBack = "postBack";

    /// <summary>Plays audio.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays video.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows an image.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads a file.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Starts a sign-in.</summary>
    public const string Signin = "signin";

    /// <summary>Places a phone call.</summary>
    public const string Call = "call";

    /// <summary>Payments; no longer served by any channel.</summary>
    public const string Payment = "payment";

    /// <summary>Sends text and value, showing <see cref="CardAction.DisplayText"/>.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Opens an application.</summary>
    public const string openApp = "openApp";
}
