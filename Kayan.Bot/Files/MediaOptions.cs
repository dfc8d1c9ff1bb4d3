using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Files;

/// <summary>Section "Media": how files are fetched from the provider.</summary>
internal sealed class MediaOptions
{
    public const string Section = "Media";

    /// <summary>How long a file may take in all, redirects included. Default: a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Within { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the provider may be silent in between. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after the first try that failed; it grows fourfold up to four hours. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan Retry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries until a file is given up. Default 9, which takes some 19 hours.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 9;
}
