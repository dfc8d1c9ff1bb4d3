namespace Kayan.Bot.Tests.Harness;

/// <summary>Waits for something that another thread brings about. The limit only ends a test that would hang.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> probe)
        where T : class
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            if (await probe() is { } found)
            {
                return found;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> probe) => GetAsync<object>(async () => await probe() ? new object() : null);
}
