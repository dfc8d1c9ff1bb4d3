using System.Net;
using System.Text;
using Kayan.Bot.Channels.WebChat;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class ChatTokenTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly ChatTokens _tokens;
    private readonly ChatToken _token;

    public ChatTokenTests()
    {
        _tokens = Tokens("a-signing-key-that-only-the-tests-know-0123456789");
        _token = new ChatToken(Visitor.New(), "https://www.kayan.org.sa", _time.GetUtcNow());
    }

    [Fact]
    public async Task Token_Fresh_SaysWhoseItIs() =>
        Assert.Equal(_token, Assert.IsType<TokenCheck.Valid>(await _tokens.CheckAsync(_tokens.Issue(_token, TokenUse.Chat), TokenUse.Chat)).Token);

    [Fact]
    public async Task Token_AfterItsTime_IsExpiredNotInvalid()
    {
        var token = _tokens.Issue(_token, TokenUse.Chat);
        _time.Advance(ChatTokens.ChatLifetime - TimeSpan.FromSeconds(1));
        Assert.IsType<TokenCheck.Valid>(await _tokens.CheckAsync(token, TokenUse.Chat));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<TokenCheck.Expired>(await _tokens.CheckAsync(token, TokenUse.Chat));
    }

    [Fact]
    public async Task Token_OfAnotherKind_IsInvalid()
    {
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(_tokens.Issue(_token, TokenUse.Stream), TokenUse.Chat));
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(_tokens.Issue(_token, TokenUse.Visit), TokenUse.Chat));
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(_tokens.Issue(_token, TokenUse.Chat), TokenUse.Stream));
    }

    [Fact]
    public async Task Token_SignedWithAnotherKey_IsInvalid() =>
        Assert.IsType<TokenCheck.Invalid>(
            await _tokens.CheckAsync(Tokens("another-key-of-somebody-else-0123456789-0123456789").Issue(_token, TokenUse.Chat), TokenUse.Chat));

    [Fact]
    public async Task Token_EveryCharacterChanged_IsNeverValid()
    {
        var token = _tokens.Issue(_token, TokenUse.Chat)!;
        for (var i = 0; i < token.LastIndexOf('.'); i++)
        {
            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(forged, TokenUse.Chat));
        }
    }

    [Fact]
    public async Task Token_WithoutSignature_IsInvalid()
    {
        var payload = _tokens.Issue(_token, TokenUse.Chat)!.Split('.')[1];
        var header = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""));

        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync($"{header}.{payload}.", TokenUse.Chat));
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(null, TokenUse.Chat));
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync("...", TokenUse.Chat));
        Assert.IsType<TokenCheck.Invalid>(await _tokens.CheckAsync(new string('a', 100_000), TokenUse.Chat));
    }

    [Fact]
    public void Token_OfAVisitThatLastedItsTime_IsNotIssuedAgain()
    {
        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_tokens.Issue(_token, TokenUse.Chat));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_tokens.Issue(_token, TokenUse.Chat));
    }

    [Fact]
    public void Token_ForWebChat_CarriesTheUserClaim() =>
        Assert.Equal(_token.Visitor.UserId, new JsonWebToken(_tokens.Issue(_token, TokenUse.Chat)).GetClaim("user").Value);

    [Fact]
    public async Task Requests_ByToken_AnswerAsClientsExpect()
    {
        await using var host = await WebChatHost.Create().With(services => services.AddSingleton<TimeProvider>(_time)).StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        var other = await DirectLineVisitor.ArriveAsync(client);
        var path = $"/conversations/{visitor.ConversationId}";

        await AssertAsync(HttpStatusCode.Unauthorized, "Unauthorized", visitor.SendAsync(HttpMethod.Get, path + "/activities", withToken: false));
        await AssertAsync(HttpStatusCode.NotFound, "ConversationNotFound", other.SendAsync(HttpMethod.Get, path + "/activities"));
        await AssertAsync(HttpStatusCode.NotFound, "ConversationNotFound", other.SendAsync(HttpMethod.Get, path));
        await AssertAsync(HttpStatusCode.NotFound, "ConversationNotFound", other.SendAsync(HttpMethod.Post, path + "/activities", "{}"));

        var old = visitor.Token;
        var refreshed = await DirectLineVisitor.ReadAsync(await visitor.SendAsync(HttpMethod.Post, "/tokens/refresh"));
        Assert.NotEqual(old, (string)refreshed["token"]!);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(HttpMethod.Get, path)).StatusCode);

        _time.Advance(ChatTokens.ChatLifetime);
        await AssertAsync(HttpStatusCode.Forbidden, "TokenExpired", visitor.PostAsync("{}"));
        await AssertAsync(HttpStatusCode.Forbidden, "TokenExpired", visitor.SendAsync(HttpMethod.Post, "/tokens/refresh"));
    }

    [Fact]
    public async Task Service_InProductionWithoutKey_DoesNotStartAndSaysWhy()
    {
        await using var host = TwilioSettings(WebChatHost.Create().With("WebChat:SigningKey", "")).In("Production");
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.Equal(
            "WebChat:SigningKey is missing or has fewer than 32 characters. Set the environment variable WebChat__SigningKey.",
            Assert.Single(wrong.Failures));
    }

    [Fact]
    public void Options_Development_KeepTheirKeyOverARestart()
    {
        using var environment = new TestEnvironment("Development");
        var first = new WebChatOptions();
        var second = new WebChatOptions();
        new DevelopmentSigningKey(environment).PostConfigure(null, first);
        new DevelopmentSigningKey(environment).PostConfigure(null, second);

        Assert.Equal(64, first.SigningKey.Length);
        Assert.Equal(first.SigningKey, second.SigningKey);
    }

    private static async Task AssertAsync(HttpStatusCode status, string code, Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        Assert.Equal((status, code), (response.StatusCode, await DirectLineVisitor.ErrorAsync(response)));
    }

    private static KayanHost TwilioSettings(KayanHost host) => host
        .With("Twilio:AccountSid", "AC00000000000000000000000000000000").With("Twilio:AuthToken", "token")
        .With("Twilio:PublicBaseUrl", "https://bot.example.com").With("Twilio:WhatsAppFrom", "+966110000000").With("Twilio:SmsFrom", "Kayan");

    private ChatTokens Tokens(string key) => new(Options.Create(new WebChatOptions { SigningKey = key }), _time);
}
