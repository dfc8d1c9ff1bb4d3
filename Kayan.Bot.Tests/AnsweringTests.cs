using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kayan.Bot.Tests;

public sealed class AnsweringTests
{
    private readonly ApplicationLifetime _life = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task Answering_IsWaitedForUntilTheServiceHasStarted()
    {
        var waiting = _life.AnsweringAsync(CancellationToken.None);

        await Task.Delay(TimeSpan.FromSeconds(3)); // longer than the breath
        Assert.False(waiting.IsCompleted);

        _life.NotifyStarted();
        await waiting;
    }

    [Fact]
    public async Task Answering_OfAServiceThatIsStoppedBefore_IsGivenUp()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _life.AnsweringAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
