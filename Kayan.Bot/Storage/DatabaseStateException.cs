namespace Kayan.Bot.Storage;

/// <summary>The service cannot work on this database; the message is one line for the one who installs.</summary>
internal sealed class DatabaseStateException(string line, Exception? inner = null) : Exception(line, inner)
{
    /// <summary>Whether the database is away, so that starting again later may help.</summary>
    public bool IsAway => InnerException is not null;
}
