using Kayan.Bot.Domain.People;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>The real service with a bot that echoes: the chat is tried here, not the dialogs.</summary>
internal static class WebChatHost
{
    public const string OtherSite = "https://www.kayan.org.sa";
    public const string Secret = "a-direct-line-secret-that-only-the-tests-know";

    public static KayanHost Create(KayanHost? host = null) => EchoHost.Configure(host ?? new KayanHost(), new RecordingChannel(ChannelKind.WhatsApp))
        .With("WebChat:SigningKey", "a-signing-key-that-only-the-tests-know-0123456789")
        .With("WebChat:Secret", Secret)
        .With("WebChat:AllowedOrigins:0", OtherSite)
        .With("WebChat:TokensPerMinute", "100000")
        .With("WebChat:MessagesPerMinute", "1000000");

    /// <summary>A client without cookies, so that each visitor is a new one.</summary>
    public static HttpClient NewClient(KayanHost host) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = host.Address,
    };
}
