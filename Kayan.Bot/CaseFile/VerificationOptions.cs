using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.CaseFile;

/// <summary>How a visitor of the website proves who they are. Section "Verification".</summary>
internal sealed class VerificationOptions
{
    public const string Section = "Verification";

    /// <summary>How long a code is good, in minutes. Default 10.</summary>
    [Range(1, 10)]
    public int CodeMinutes { get; set; } = 10;

    /// <summary>Tries at codes within an hour, for one phone. Default 5.</summary>
    [Range(1, 5)]
    public int Tries { get; set; } = 5;

    /// <summary>Codes to one phone within 15 minutes. Default 3.</summary>
    [Range(1, 3)]
    public int CodesPerQuarterHour { get; set; } = 3;

    /// <summary>Codes to one phone within a day. Default 10.</summary>
    [Range(1, 20)]
    public int CodesPerDay { get; set; } = 10;

    /// <summary>Codes to all phones within a day. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int CodesPerDayInAll { get; set; } = 1000;

    /// <summary>Wrong numbers, ids and codes within an hour, for one conversation. Default 5.</summary>
    [Range(1, 5)]
    public int FailuresPerHour { get; set; } = 5;

    /// <summary>How long a conversation stays verified, in minutes. Default 30.</summary>
    [Range(1, 60)]
    public int VerifiedMinutes { get; set; } = 30;
}
