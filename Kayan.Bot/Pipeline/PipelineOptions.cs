using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Pipeline;

/// <summary>Section "Pipeline".</summary>
internal sealed class PipelineOptions
{
    /// <summary>Conversations handled at the same time by this process; 0: it only takes messages in. They wait for commits most of the time. Default: 64.</summary>
    [Range(0, 256)]
    public int Turns { get; set; } = 64;

    /// <summary>Messages being sent at the same time by this process. Default: 64.</summary>
    [Range(1, 256)]
    public int Sends { get; set; } = 64;

    /// <summary>How long a process may hold a conversation without a commit before another may take it. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the queues are looked through for what a crash or another process left. Default: 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Scan { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often processes on one database tell each other which conversations have something new. Default: half a second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Relay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>A turn that failed is tried this often in all; then a human gets the conversation. Default: 3.</summary>
    [Range(1, 10)]
    public int TurnAttempts { get; set; } = 3;

    /// <summary>A send holds its message this long; must be longer than the channel's time-out. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SendClaim { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>An ambiguous send waits this long for a status callback before the provider's list is asked. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AmbiguousGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An ambiguous send that cannot be settled in this time is left to a person. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AmbiguousLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A message that the provider turned away for the moment is tried this often in all. Default: 6.</summary>
    [Range(1, 20)]
    public int SendAttempts { get; set; } = 6;
}
