using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Api;

/// <summary>Section "Api": the back-office API.</summary>
internal sealed class ApiOptions
{
    /// <summary>Calls that one network address may make in a minute, with or without a key. Default: 600.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 600;
}
