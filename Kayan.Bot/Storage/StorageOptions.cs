using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Storage;

/// <summary>Section "Storage".</summary>
internal sealed class StorageOptions
{
    /// <summary>The database: <c>Sqlite</c> (a file, one process), <c>SqlServer</c> or <c>PostgreSql</c> (any number of processes). Default: Sqlite.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// Whether the service brings its database to the newest version when it starts. Otherwise it refuses to start until
    /// <c>db migrate</c> has done it, for example under an account that may change tables. Default: true.
    /// </summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>How long a write may wait before the caller is told that the database is unavailable. Default: 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan WritePatience { get; set; } = TimeSpan.FromSeconds(4);
}
