using Kayan.Bot.Domain.Documents;

namespace Kayan.Bot.Domain.Requests;

/// <summary>A help request (خدمات طلب المساعدة) of a beneficiary, from its receipt to its end.</summary>
public sealed class Request
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The number told to people (<see cref="RequestNumber"/>); null only until the row has its id.</summary>
    public string? Number { get; set; }

    /// <summary>The person who asked.</summary>
    public long PersonId { get; set; }

    /// <summary>What it is about, in the association's words, for example «دعم تعليمي». Up to 200 characters.</summary>
    public required string Title { get; set; }

    /// <summary>The stage it stands in.</summary>
    public RequestStage Stage { get; private set; } = RequestStage.Submitted;

    /// <summary>When it entered that stage.</summary>
    public DateTimeOffset StageSince { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The member of staff who serves it, by display name, where one is named.</summary>
    public string? ServedBy { get; set; }

    /// <summary>Counts up with each change, so that of two members of staff who move it at once one is told.</summary>
    public int Version { get; private set; }

    /// <summary>Every move, oldest first.</summary>
    public IList<StageEntry> History { get; } = [];

    /// <summary>The papers that it needs.</summary>
    public IList<Requirement> Requirements { get; } = [];

    /// <summary>A request that was just received.</summary>
    public static Request Receive(long personId, string title, string by, DateTimeOffset at)
    {
        var request = new Request { PersonId = personId, Title = title, CreatedAt = at };
        request.Enter(RequestStage.Submitted, null, by, null, at);
        return request;
    }

    /// <summary>Moves to <paramref name="to"/> and records who, when and why.</summary>
    /// <returns>The new entry of the history, or null where the policy does not allow the move; then nothing changes.</returns>
    public StageEntry? MoveTo(RequestStage to, string by, string? reason, DateTimeOffset at) =>
        StageFlow.Allows(Stage, to) ? Enter(to, Stage, by, reason, at) : null;

    private StageEntry Enter(RequestStage to, RequestStage? from, string by, string? reason, DateTimeOffset at)
    {
        var entry = new StageEntry { Stage = to, From = from, By = by, Reason = reason, At = at };
        History.Add(entry);
        Stage = to;
        StageSince = at;
        Version++;
        return entry;
    }
}
