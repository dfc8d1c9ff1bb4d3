using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>One file out of the provider's hands, over real HTTP.</summary>
public sealed class TwilioMediaTests : IAsyncLifetime
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly MediaOptions _options = new() { Within = TimeSpan.FromSeconds(20), Silence = TimeSpan.FromSeconds(20) };
    private FakeTwilio _twilio = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync() => _twilio = await FakeTwilio.StartAsync();

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Fetch_OfAFile_BringsItsBytesAndName()
    {
        var outcome = await FetchAsync(_twilio.Media.Add(Photo, "image/jpeg", "هوية.jpg"));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal(Photo, fetched.Content);
        Assert.Equal("هوية.jpg", fetched.Name);
    }

    [Fact]
    public async Task Fetch_OverTheStore_GivesOurCredentialsToTheApiOnly()
    {
        await using var store = await FakeStore.StartAsync(context => context.Response.Body.WriteAsync(Photo).AsTask());

        var outcome = await FetchAsync(_twilio.Media.Add(307, store.BaseAddress + "/AC1/secret?signature=1"));

        Assert.Equal(Photo, Assert.IsType<FetchOutcome.Fetched>(outcome).Content);
        Assert.Equal([""], store.Credentials);
    }

    [Fact]
    public async Task Fetch_OfAnAddressThatIsNotTheProviders_AsksNobody()
    {
        await using var store = await FakeStore.StartAsync(context => context.Response.Body.WriteAsync(Photo).AsTask());
        foreach (var address in new[] { store.BaseAddress + "/x", "http://169.254.169.254/latest", "https://evil.example/x", "not an address", "" })
        {
            Assert.Equal(new FetchOutcome.Refused(FileRefusal.ForeignAddress), await FetchAsync(address));
        }

        Assert.Empty(store.Credentials);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("https://evil.example/photo.jpg")]
    [InlineData("//evil.example/photo.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public async Task Redirect_Elsewhere_IsRefused(string? location) => Assert.Equal(
        new FetchOutcome.Refused(FileRefusal.ForeignAddress), await FetchAsync(_twilio.Media.Add(302, location)));

    [Fact]
    public async Task Redirect_FromTheStoreToTheNetworkAroundUs_IsRefused()
    {
        await using var store = await FakeStore.StartAsync(context =>
        {
            context.Response.Redirect("http://10.0.0.1/");
            return Task.CompletedTask;
        });

        Assert.Equal(
            new FetchOutcome.Refused(FileRefusal.ForeignAddress), await FetchAsync(_twilio.Media.Add(302, store.BaseAddress + "/x")));
    }

    [Fact]
    public async Task Redirect_InACircle_EndsSomeTime()
    {
        var address = "";
        address = _twilio.Media.Add((context, _) =>
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        });

        Assert.Equal(new FetchOutcome.Refused(FileRefusal.ForeignAddress), await FetchAsync(address));
        Assert.Equal(6, _twilio.Media.Asked.Count);
    }

    [Fact]
    public async Task Size_ThatIsSaidToBeTooLarge_IsBelieved() => Assert.Equal(
        new FetchOutcome.Refused(FileRefusal.TooLarge),
        await FetchAsync(_twilio.Media.Add(async (context, stopping) =>
        {
            context.Response.ContentLength = ReceivedFile.MaxBytes + 1L;
            await context.Response.Body.WriteAsync(Photo, stopping);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        })));

    [Fact]
    public async Task Size_ThatIsNotSaid_IsCounted()
    {
        var outcome = await FetchAsync(_twilio.Media.Add(async (context, stopping) =>
        {
            var piece = new byte[1024 * 1024];
            Photo.CopyTo(piece, 0);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, stopping);
            }
        }));

        Assert.Equal(new FetchOutcome.Refused(FileRefusal.TooLarge), outcome);
    }

    [Fact]
    public async Task Size_AtTheLimit_IsTaken()
    {
        var largest = new byte[ReceivedFile.MaxBytes];

        Assert.Equal(largest.Length, Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(_twilio.Media.Add(largest))).Content.Length);
        Assert.Equal(new FetchOutcome.Refused(FileRefusal.TooLarge), await FetchAsync(_twilio.Media.Add(new byte[ReceivedFile.MaxBytes + 1])));
    }

    [Fact]
    public async Task Size_SaidToBeMoreThanCame_IsTriedAgain() => Assert.IsType<FetchOutcome.Retry>(
        await FetchAsync(_twilio.Media.Add(async (context, stopping) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(Photo, stopping);
            await context.Response.Body.FlushAsync(stopping);
            context.Abort();
        })));

    [Fact]
    public async Task ZipBomb_InTheEncoding_IsNotUnpacked()
    {
        byte[] packed = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0];
        var outcome = await FetchAsync(_twilio.Media.Add(async (context, stopping) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed, stopping);
        }));

        Assert.Equal(packed, Assert.IsType<FetchOutcome.Fetched>(outcome).Content);
    }

    [Fact]
    public async Task Answer_ThatNeverComes_IsNotWaitedFor()
    {
        _options.Silence = TimeSpan.FromMilliseconds(200);

        Assert.IsType<FetchOutcome.Retry>(await FetchAsync(_twilio.Media.Add((context, stopping) => Task.Delay(Timeout.Infinite, stopping))));
    }

    [Fact]
    public async Task Answer_ThatTricklesWithoutEnd_IsNotWaitedFor()
    {
        _options.Within = TimeSpan.FromMilliseconds(600);

        Assert.IsType<FetchOutcome.Retry>(await FetchAsync(_twilio.Media.Add(async (context, stopping) =>
        {
            while (!context.RequestAborted.IsCancellationRequested && !stopping.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(Photo.AsMemory(0, 1), stopping);
                await context.Response.Body.FlushAsync(stopping);
                await Task.Delay(50, stopping);
            }
        })));
    }

    [Fact]
    public async Task Headers_WithoutEnd_AreNotRead() => Assert.IsType<FetchOutcome.Retry>(
        await FetchAsync(_twilio.Media.Add((context, _) =>
        {
            context.Response.Headers["X-Long"] = new string('a', 100 * 1024);
            return Task.CompletedTask;
        })));

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(401, true)]
    [InlineData(404, true)]
    [InlineData(410, false)]
    [InlineData(400, false)]
    public async Task Status_DecidesWhetherItIsTriedAgain(int status, bool again)
    {
        var outcome = await FetchAsync(_twilio.Media.Add(status));

        Assert.Equal(again, outcome is FetchOutcome.Retry);
        Assert.Equal(!again, outcome == new FetchOutcome.Refused(FileRefusal.Gone));
    }

    [Fact]
    public async Task Status_TooMany_SaysWhenToComeBack()
    {
        var outcome = await FetchAsync(_twilio.Media.Add((context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        }));

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<FetchOutcome.Retry>(outcome).After);
    }

    [Fact]
    public async Task Provider_ThatIsDown_IsTriedAgain()
    {
        var gone = await FakeTwilio.StartAsync();
        var address = gone.Media.Add(Photo);
        await gone.DisposeAsync();

        Assert.IsType<FetchOutcome.Retry>(await FetchAsync(address, gone.BaseAddress));
    }

    private async Task<FetchOutcome> FetchAsync(string address, string? api = null)
    {
        var twilio = Options.Create(new TwilioOptions
        {
            AccountSid = _twilio.Account.Sid,
            AuthToken = _twilio.Account.AuthToken,
            BaseUrl = api ?? _twilio.BaseAddress,
        });
        var handler = new SocketsHttpHandler();
        TwilioMedia.Configure(handler, twilio.Value);
        _http?.Dispose();
        _http = new HttpClient(handler);
        var media = new TwilioMedia(_http, new MediaHosts(twilio), Options.Create(_options), twilio, NullLogger<TwilioMedia>.Instance);
        return await media.FetchAsync(address, default);
    }
}
