using FsCheck.Xunit;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;
using static Kayan.Bot.Domain.Requests.RequestStage;

namespace Kayan.Bot.Tests.Domain.Requests;

public sealed class StageFlowTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);

    /// <summary>The policy's table, arrow by arrow.</summary>
    private static readonly HashSet<(RequestStage From, RequestStage To)> Policy =
    [
        (Submitted, DataCheck), (Submitted, Withdrawn),
        (DataCheck, DocumentsNeeded), (DataCheck, CommitteeReview), (DataCheck, Withdrawn),
        (DocumentsNeeded, DataCheck), (DocumentsNeeded, Withdrawn), (DocumentsNeeded, Lapsed),
        (CommitteeReview, Approved), (CommitteeReview, Declined), (CommitteeReview, DocumentsNeeded),
        (Approved, Registration),
        (Declined, CommitteeReview), (Declined, Closed),
        (Registration, ServiceDelivery),
        (ServiceDelivery, Delivered),
        (Delivered, Closed),
    ];

    public static TheoryData<RequestStage, RequestStage> AllPairs
    {
        get
        {
            var stages = Enum.GetValues<RequestStage>();
            var pairs = new TheoryData<RequestStage, RequestStage>();
            foreach (var from in stages)
            {
                foreach (var to in stages)
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Allows_EveryPairOfStages_IsAsThePolicySays(RequestStage from, RequestStage to) =>
        Assert.Equal(Policy.Contains((from, to)), StageFlow.Allows(from, to));

    [Fact]
    public void IsFinal_OnlyWhereTheRequestHasEnded() =>
        Assert.Equal([Closed, Withdrawn, Lapsed], Enum.GetValues<RequestStage>().Where(StageFlow.IsFinal));

    [Fact]
    public void Next_FromSubmitted_ReachesEveryStage()
    {
        var reached = new HashSet<RequestStage>();
        var open = new Stack<RequestStage>([Submitted]);
        while (open.TryPop(out var stage))
        {
            if (reached.Add(stage))
            {
                StageFlow.Next(stage).ToList().ForEach(open.Push);
            }
        }

        Assert.Equal(Enum.GetValues<RequestStage>().ToHashSet(), reached);
    }

    [Property(MaxTest = 10_000)]
    public bool MoveTo_AnyWalk_KeepsAHistoryThatThePolicyAllows(RequestStage[] walk)
    {
        var (request, moved) = Walk(walk);

        return request.History.Count == moved + 1
            && request.Version == moved + 1
            && request.History[0] is { From: null, Stage: Submitted }
            && request.History[^1].Stage == request.Stage
            && request.History[^1].At == request.StageSince
            && request.History.Zip(request.History.Skip(1))
                .All(p => p.Second.From == p.First.Stage && Policy.Contains((p.First.Stage, p.Second.Stage)));
    }

    [Property(MaxTest = 10_000)]
    public bool MoveTo_AnyWalk_LeavesOnlyTheFollowUpsOfTheLastStagePending(RequestStage[] walk)
    {
        var (request, _) = Walk(walk);
        var last = request.History[^1];

        return request.FollowUps.All(f => (f.State == FollowUpState.Pending) == (f.StageEntry == last))
            && request.FollowUps.Count(f => f.State == FollowUpState.Pending) == FollowUpPlan.For(last).Count
            && request.FollowUps.Where(f => f.State != FollowUpState.Pending).All(f => f.State == FollowUpState.Overtaken);
    }

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void MoveTo_NotAllowed_ChangesNothing(RequestStage from, RequestStage to)
    {
        if (Policy.Contains((from, to)) || PathTo(from) is not { } path)
        {
            return;
        }

        var (request, _) = Walk(path);
        var before = (request.Stage, request.StageSince, request.Version, request.History.Count, request.FollowUps.Count);

        Assert.Null(request.MoveTo(to, "test", "why", Start.AddDays(400)));

        Assert.Equal(before, (request.Stage, request.StageSince, request.Version, request.History.Count, request.FollowUps.Count));
        Assert.Equal(from, request.Stage);
    }

    private static (Request Request, int Moved) Walk(IEnumerable<RequestStage> walk)
    {
        var request = Request.Receive(RequestNumber.FromSerial(100_000), 1, "دعم تعليمي", "test", Start);
        var moved = 0;
        foreach (var (stage, day) in walk.Select((stage, day) => (stage, day)))
        {
            moved += request.MoveTo(stage, "test", null, Start.AddDays(day + 1)) is null ? 0 : 1;
        }

        return (request, moved);
    }

    /// <summary>The shortest way from the receipt to a stage.</summary>
    private static List<RequestStage>? PathTo(RequestStage goal)
    {
        var paths = new Queue<List<RequestStage>>([[Submitted]]);
        while (paths.TryDequeue(out var path))
        {
            if (path[^1] == goal)
            {
                return path[1..];
            }

            foreach (var next in StageFlow.Next(path[^1]).Except(path))
            {
                paths.Enqueue([.. path, next]);
            }
        }

        return null;
    }
}
