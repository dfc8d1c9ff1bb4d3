namespace Microsoft.Bot.Builder;

/// <summary>Runs what comes after this middleware.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);
