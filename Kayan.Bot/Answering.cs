namespace Kayan.Bot;

internal static class Answering
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Until the service has answered for a breath. What has time begins then: a small machine needs all of itself to start, and its first
    /// seconds belong to whoever has waited for it.
    /// </summary>
    public static async Task AnsweringAsync(this IHostApplicationLifetime life, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using (life.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(cancellationToken);
        }

        await Task.Delay(Breath, cancellationToken);
    }
}
