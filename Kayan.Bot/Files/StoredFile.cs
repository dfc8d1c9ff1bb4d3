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

    /// <summary>The name as the sender gave it, without a path; shown escaped and used for nothing else.</summary>
    public required string Name { get; init; }

    /// <summary>What the content is, told by its first bytes and not by the sender.</summary>
    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }
}
