using Kayan.Bot.Pipeline;

namespace Kayan.Bot.Files;

/// <summary>A file that somebody sent. It lies in the database: what is backed up and deleted with the conversation cannot be forgotten beside it.</summary>
internal sealed class StoredFile
{
    /// <summary>Given when it came in, before its message has one.</summary>
    public required Guid Id { get; init; }

    /// <summary>The message it came with.</summary>
    public long MessageId { get; init; }

    public Message? Message { get; init; }

    /// <summary>The name as the sender gave it, without a path; shown escaped and used for nothing else. Empty until a file is fetched.</summary>
    public required string Name { get; init; }

    /// <summary>What the content is, told by its first bytes; until it is stored what the sender says.</summary>
    public required string ContentType { get; init; }

    /// <summary>Empty where it is not stored.</summary>
    public required byte[] Content { get; init; }

    public FileState State { get; private set; } = FileState.Stored;

    /// <summary>Why it was refused.</summary>
    public FileRefusal? Reason { get; private set; }

    /// <summary>Where the provider keeps it; null where it came with its message.</summary>
    public string? Source { get; init; }

    /// <summary>How often it was fetched, also without success.</summary>
    public int Attempts { get; init; }

    /// <summary>While it waits: not fetched before; null afterwards.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Ends the waiting without the file.</summary>
    /// <returns>False where it does not wait any more; then nothing changes.</returns>
    public bool Refuse(FileRefusal reason)
    {
        if (State != FileState.Waiting)
        {
            return false;
        }

        (State, Reason, DueAt) = (FileState.Refused, reason, null);
        return true;
    }
}
