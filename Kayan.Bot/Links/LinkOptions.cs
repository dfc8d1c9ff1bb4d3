using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Links;

/// <summary>Section "Links": the pages that text messages lead to.</summary>
internal sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>Addresses that lead nowhere, a minute for one network; after that it is asked to wait. Default: 20.</summary>
    [Range(1, 10_000)]
    public int GuessesPerMinute { get; set; } = 20;
}
