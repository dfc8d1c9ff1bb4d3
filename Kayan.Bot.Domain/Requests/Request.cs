using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Domain.Requests;

/// <summary>A help request (خدمات طلب المساعدة) of a beneficiary, from its receipt to its end.</summary>
public sealed class Request
{
    /// <summary>Row id.</summary>
    public long Id { get; set; }

    /// <summary>The number told to people (<see cref="RequestNumber"/>), unique.</summary>
    public required string Number { get; init; }

    /// <summary>The person who asked.</summary>
    public long PersonId { get; set; }

    /// <summary>The same, where loaded.</summary>
    public Person? Person { get; set; }

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

    /// <summary>What the service will say by itself about it.</summary>
    public IList<FollowUp> FollowUps { get; } = [];

    /// <summary>A request that was just received, with the follow-ups of its first stage.</summary>
    public static Request Receive(RequestNumber number, long personId, string title, string by, DateTimeOffset at)
    {
        var request = new Request { Number = number.ToString(), PersonId = personId, Title = title, CreatedAt = at };
        request.Enter(RequestStage.Submitted, null, by, null, at);
        return request;
    }

    /// <summary>
    /// Moves to <paramref name="to"/>, records who, when and why, overtakes what was still to be said of earlier stages (of those that
    /// are loaded in <see cref="FollowUps"/>) and plans what is to be said of this one.
    /// </summary>
    /// <returns>The new entry of the history, or null where the policy does not allow the move; then nothing changes.</returns>
    public StageEntry? MoveTo(RequestStage to, string by, string? reason, DateTimeOffset at) =>
        StageFlow.Allows(Stage, to) ? Enter(to, Stage, by, reason, at) : null;

    /// <summary>Makes papers that it needs known by name, and marks those named again as missing.</summary>
    public void Need(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (Requirements.FirstOrDefault(requirement => requirement.Name == name) is { } known)
            {
                known.State = RequirementState.Missing;
            }
            else
            {
                Requirements.Add(new Requirement { Name = name });
            }
        }
    }

    private StageEntry Enter(RequestStage to, RequestStage? from, string by, string? reason, DateTimeOffset at)
    {
        var entry = new StageEntry { Stage = to, From = from, By = by, Reason = reason, At = at };
        History.Add(entry);
        foreach (var earlier in FollowUps)
        {
            earlier.Settle(FollowUpState.Overtaken, at);
        }

        foreach (var followUp in FollowUpPlan.For(entry))
        {
            FollowUps.Add(followUp);
        }

        Stage = to;
        StageSince = at;
        Version++;
        return entry;
    }
}
