using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>One running service for each test, and a client without cookies, so that each visitor is a new one.</summary>
public abstract class ChatTests : IAsyncLifetime
{
    private protected KayanHost Host { get; private set; } = null!;

    private protected HttpClient Client { get; private set; } = null!;

    private protected string Origin => Host.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        Host = await Configure(WebChatHost.Create()).StartAsync();
        Client = WebChatHost.NewClient(Host);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    private protected virtual KayanHost Configure(KayanHost host) => host;
}
