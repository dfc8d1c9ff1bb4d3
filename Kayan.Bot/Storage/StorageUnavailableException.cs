namespace Kayan.Bot.Storage;

/// <summary>The database could not take a write: locked, full, read-only or away. Nothing was stored; trying again later may help.</summary>
internal sealed class StorageUnavailableException(Exception? inner = null)
    : Exception("The database cannot take writes at the moment.", inner);
