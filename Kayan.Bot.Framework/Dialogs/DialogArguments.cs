namespace Microsoft.Bot.Builder.Dialogs;

internal static class DialogArguments
{
    public static readonly Task<bool> No = Task.FromResult(false);

    // An object parameter takes a cancellation token without complaint when a caller forgets the argument before it.
    public static void ThrowIfToken(object value, string name)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"{name} cannot be a cancellation token", name);
        }
    }
}
