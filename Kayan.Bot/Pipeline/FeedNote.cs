namespace Kayan.Bot.Pipeline;

/// <summary>What a process tells the others on the same database: these conversations have something new.</summary>
internal sealed class FeedNote
{
    public long Id { get; init; }

    /// <summary>The process that says it.</summary>
    public required Guid Node { get; init; }

    /// <summary>The ids, separated by commas.</summary>
    public required string Conversations { get; init; }

    public required DateTimeOffset At { get; init; }
}
