namespace Kayan.Bot.Console;

/// <summary>
/// An open console page lives for hours, its scoped services with it. Each read and each action therefore has a scope, and
/// so a database context, of its own.
/// </summary>
internal sealed class Scoped<T>(IServiceScopeFactory scopes)
    where T : notnull
{
    public async Task<TResult> UseAsync<TResult>(Func<T, Task<TResult>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}
