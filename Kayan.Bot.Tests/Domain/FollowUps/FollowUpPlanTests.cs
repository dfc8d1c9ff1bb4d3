using FsCheck.Xunit;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.Requests;
using static Kayan.Bot.Domain.FollowUps.FollowUpKind;
using static Kayan.Bot.Domain.Requests.RequestStage;

namespace Kayan.Bot.Tests.Domain.FollowUps;

[Properties(Arbitrary = [typeof(Instants)], MaxTest = 10_000)]
public sealed class FollowUpPlanTests
{
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(3));

    private static readonly string Updates = string.Join(", ", Enumerable.Range(1, 13).Select(n => $"CommitteeUpdate {14 * n}"));

    /// <summary>Every stage, and what is said in it by itself: the kind and the day.</summary>
    public static TheoryData<RequestStage, string> Stages => new()
    {
        { Submitted, "StageNotice 0" },
        { DataCheck, "StageNotice 0, RatingRequest 0" },
        { DocumentsNeeded, "StageNotice 0, DocumentsReminder 3, DocumentsReminder 7, DocumentsReminder 14" },
        { CommitteeReview, "StageNotice 0, RatingRequest 0, " + Updates },
        { Approved, "StageNotice 0, RatingRequest 0" },
        { Declined, "StageNotice 0, RatingRequest 1" },
        { Registration, "StageNotice 0" },
        { ServiceDelivery, "StageNotice 0, RatingRequest 0" },
        { Delivered, "StageNotice 0, RatingRequest 0" },
        { Closed, "StageNotice 0" },
        { Withdrawn, "StageNotice 0" },
        { Lapsed, "StageNotice 0" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void For_AStage_PlansWhatThePolicyAsks(RequestStage stage, string expected)
    {
        var plan = FollowUpPlan.For(Entry(stage, Sunday)).Select(f => $"{f.Kind} {(f.DueAt - Sunday).Days}");

        Assert.Equal(expected, string.Join(", ", plan));
    }

    [Fact]
    public void Stages_OfTheTable_AreAllThereAre() =>
        Assert.Equal(Enum.GetValues<RequestStage>().Order(), Stages.Select(row => (RequestStage)row[0]).Order());

    [Fact]
    public void For_Committee_PromisesNothingBeforeTwoWeeks() =>
        Assert.All(
            FollowUpPlan.For(Entry(CommitteeReview, Sunday)).Where(f => f.Kind == CommitteeUpdate),
            update => Assert.True(update.DueAt - Sunday >= TimeSpan.FromDays(14)));

    [Theory]
    [InlineData(DocumentsNeeded, DocumentsReminder)]
    [InlineData(CommitteeReview, CommitteeUpdate)]
    public void For_RepeatedMessages_AnOldOneIsGoneBeforeTheNextIsDue(RequestStage stage, FollowUpKind kind)
    {
        var repeated = FollowUpPlan.For(Entry(stage, Sunday)).Where(f => f.Kind == kind).ToList();

        Assert.All(repeated.Zip(repeated.Skip(1)), pair => Assert.True(pair.First.ExpiresAt < pair.Second.DueAt));
        Assert.Equal(Enumerable.Range(1, repeated.Count), repeated.Select(f => f.Ordinal));
    }

    [Property]
    public bool For_AnyStageAtAnyTime_IsNeverDueBeforeTheEntryAndIsUnique(DateTimeOffset at) =>
        Enum.GetValues<RequestStage>().All(stage =>
        {
            var entry = Entry(stage, at);
            var plan = FollowUpPlan.For(entry);
            return plan.All(f => f.DueAt >= at && f.ExpiresAt > f.DueAt && f.StageEntry == entry && f.State == FollowUpState.Pending)
                && plan.Select(f => (f.Kind, f.Ordinal)).Distinct().Count() == plan.Count
                && plan[0].Kind == StageNotice;
        });

    [Theory]
    [InlineData(StageNotice, MessageClass.Service)]
    [InlineData(RatingRequest, MessageClass.Survey)]
    [InlineData(DocumentsReminder, MessageClass.Service)]
    [InlineData(CommitteeUpdate, MessageClass.Service)]
    public void ClassOf_AKind_IsItsClass(FollowUpKind kind, MessageClass expected) => Assert.Equal(expected, FollowUpPlan.ClassOf(kind));

    private static StageEntry Entry(RequestStage stage, DateTimeOffset at) => new() { Stage = stage, At = at, By = "test" };
}
