using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Storage;

/// <summary>Section "Storage".</summary>
internal sealed class StorageOptions
{
    /// <summary>How long a write may wait before the caller is told that the database is unavailable. Default: 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan WritePatience { get; set; } = TimeSpan.FromSeconds(4);
}
