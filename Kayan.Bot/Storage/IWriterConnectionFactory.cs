using System.Data.Common;

namespace Kayan.Bot.Storage;

/// <summary>What the write queue needs to know of a provider.</summary>
internal interface IWriterConnectionFactory
{
    /// <summary>An open connection for the writer, set so that a commit survives a power cut.</summary>
    DbConnection Open();

    /// <summary>Begins a transaction that holds the right to write from its start.</summary>
    DbTransaction Begin(DbConnection connection);

    /// <summary>Runs an INSERT of one row and gives the id that the database chose.</summary>
    long Insert(DbCommand insert);

    /// <summary>Whether the database is away, locked or full, so that the whole group commit fails.</summary>
    bool IsOutage(Exception failure);

    /// <summary>Whether a unique index refused the row, by the provider's own error code.</summary>
    bool IsDuplicate(Exception failure);
}
