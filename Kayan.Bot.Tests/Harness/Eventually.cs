namespace Kayan.Bot.Tests.Harness;

/// <summary>Waits for something that another thread brings about. The limit only ends a test that would hang.</summary>
internal static class Eventually
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> probe, TimeSpan? limit = null)
        where T : class
    {
        using var ended = new CancellationTokenSource(limit ?? UsualLimit);
        while (true)
        {
            if (await probe() is { } found)
            {
                return found;
            }

            await Task.Delay(20, ended.Token);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> probe, TimeSpan? limit = null) =>
        GetAsync<object>(async () => await probe() ? new object() : null, limit);
}
