using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Jobs;

/// <summary>News goes on every day, a request for a rating only on working days; what waits shows when it will go.</summary>
public sealed class HoursByClassTests : IAsyncLifetime
{
    private readonly FlowHost _host = new FlowHost().With("FollowUps:AsksOnClosedDays", "false")
        .With("Office:Changes:0:First", "2026-11-29").With("Office:Changes:0:Last", "2026-12-01");

    public Task InitializeAsync() => _host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Move_OnAFriday_SendsTheNewsAndKeepsTheRatingForTheNextWorkingDay()
    {
        _host.Time.SetUtcNow(At(27, 10));
        var request = await _host.ReceiveAsync();
        await _host.MoveAsync(request, RequestStage.DataCheck);
        await NewsIsOutAsync(request);

        await _host.SweepAsync();
        Assert.DoesNotContain("RatingRequest 1", _host.Said(request));
        Assert.Equal([At(2, 9, month: 12)], await PlannedAsync(request));

        _host.Time.SetUtcNow(At(1, 12, month: 12));
        await _host.SweepAsync();
        Assert.DoesNotContain("RatingRequest 1", _host.Said(request));

        _host.Time.SetUtcNow(At(2, 9, month: 12));
        await _host.SweepAsync();
        await _host.QuietAsync(request);
        Assert.Equal("RatingRequest 1", _host.Said(request).Last());
        Assert.Empty(await PlannedAsync(request));
    }

    [Fact]
    public async Task Sweep_RatingThatWaitsForAWorkingDay_HoldsNoNewsUp()
    {
        _host.Time.SetUtcNow(At(27, 10));
        var request = await _host.ReceiveAsync();
        await _host.MoveAsync(request, RequestStage.DataCheck);
        await NewsIsOutAsync(request);
        _host.Time.SetUtcNow(At(28, 21));
        await _host.MoveAsync(request, RequestStage.CommitteeReview);

        _host.Time.SetUtcNow(At(29, 9));
        await _host.SweepAsync();

        await NewsIsOutAsync(request);
        Assert.Equal("StageNotice 1", _host.Said(request).Last());
        Assert.DoesNotContain("RatingRequest 1", _host.Said(request));
    }

    [Fact]
    public async Task RequestPage_WhatWaits_ShowsWhenItWillReallyGo()
    {
        _host.Time.SetUtcNow(At(26, 22));
        var request = await _host.ReceiveAsync();
        await _host.MoveAsync(request, RequestStage.DataCheck, RequestStage.DocumentsNeeded);

        // Three and seven days after ten in the evening is at night; fourteen days later too.
        Assert.Equal(
            [At(27, 9), At(30, 9), At(4, 9, month: 12), At(11, 9, month: 12)],
            await PlannedAsync(request));
    }

    [Fact]
    public async Task RequestPage_RatingThatWouldComeTooLate_SaysThatItWillNotGo()
    {
        await using var host = await new FlowHost().With("FollowUps:AsksOnClosedDays", "false")
            .With("Office:Changes:0:First", "2026-11-20").With("Office:Changes:0:Last", "2026-12-20").StartAsync();
        var request = await host.ReceiveAsync();
        await host.MoveAsync(request, RequestStage.DataCheck);

        var view = await host.RunAsync<RequestReader, RequestView?>(reader => reader.ReadAsync(request.Number, default));

        Assert.Null(Assert.Single(view!.Planned, planned => planned.Kind == FollowUpKind.RatingRequest).At);
    }

    private static DateTimeOffset At(int day, int hour, int month = 11) => new(2026, month, day, hour, 0, 0, RiyadhTime.Offset);

    /// <summary>Where a signal is lost, a sweep finds what is due; a turn that was overtaken comes again a second later.</summary>
    private Task NewsIsOutAsync(FlowHost.Case request) => Harness.Eventually.HoldsAsync(async () =>
    {
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await _host.SweepAsync();
        return (await _host.FollowUpsAsync(request)).TrueForAll(f => f.Kind != FollowUpKind.StageNotice || f.State != FollowUpState.Pending)
            && await _host.DatabaseAsync(db => Task.FromResult(db.OutboxMessages.All(m => m.Sid != null)));
    });

    private async Task<IEnumerable<DateTimeOffset?>> PlannedAsync(FlowHost.Case request) =>
        (await _host.RunAsync<RequestReader, RequestView?>(reader => reader.ReadAsync(request.Number, default)))!.Planned.Select(p => p.At);
}
