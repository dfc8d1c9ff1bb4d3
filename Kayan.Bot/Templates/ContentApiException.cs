namespace Kayan.Bot.Templates;

/// <summary>The provider refused, or did not answer; the message says which and may be shown to who set the service up.</summary>
internal sealed class ContentApiException(string message, Exception? inner = null) : Exception(message, inner);
