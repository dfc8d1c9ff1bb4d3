using System.Globalization;
using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>The case file of the conversation tests, in memory. Person 1 owns the requests; what the dialogs do to it is noted in words.</summary>
internal sealed class World : ICaseFile, IConsents, IDocuments, IFollowUps, IHandoffs, ILinks, IRatings, IVerification
{
    public const string Code = "123456";
    public const string LastFour = "1234";

    private readonly List<string> _effects = [];
    private int _failures;
    private int _codes;
    private bool _isTold;
    private bool _isToldOfRatings;
    private RequestView? _lookedUp;
    private RequestView? _verified;

    public static RequestView First { get; } =
        new(1, "1000017", "دعم تعليمي", RequestStage.DataCheck, At("2026-11-19 09:00"), null, []);

    public static RequestView Second { get; } =
        new(2, "1000025", "علاج أسنان", RequestStage.CommitteeReview, At("2026-11-12 09:00"), null, []);

    /// <summary>Of another person.</summary>
    public static RequestView Foreign { get; } =
        new(3, "1000033", "سكن", RequestStage.DataCheck, At("2026-11-12 09:00"), null, []);

    public List<RequestView> Requests { get; } = [First];

    public string? ServedBy { get; set; } = "نورة";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The stages that were asked about and not rated, the newest first.</summary>
    public List<AskedRating> Asked { get; } = [];

    public HandoffState? Handoff { get; set; }

    /// <summary>The papers that the person's requests wait for.</summary>
    public List<MissingPaper> Missing { get; } = [];

    /// <summary>What happened since this was last asked.</summary>
    public IReadOnlyList<string> TakeEffects()
    {
        var effects = _effects.ToList();
        _effects.Clear();
        return effects;
    }

    public static DateTimeOffset At(string riyadh) =>
        new(DateTime.ParseExact(riyadh, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), RiyadhTime.Offset);

    public Task<IReadOnlyList<RequestView>> RequestsOfAsync(long personId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RequestView>>(personId == 1 ? Requests : []);

    public Task<RequestView?> FindAsync(long requestId, CancellationToken cancellationToken) =>
        Task.FromResult(Requests.Find(request => request.Id == requestId));

    public Task<IReadOnlyList<MissingPaper>> MissingAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MissingPaper>>([.. Missing]);

    public Task<bool> SubmitAsync(long paperId, IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        _effects.Add($"paper {paperId}: {string.Join(' ', files)}");
        return Task.FromResult(Missing.RemoveAll(paper => paper.Id == paperId) == 1);
    }

    public Task GiveAsync(string words, ConsentWay way, CancellationToken cancellationToken)
    {
        (_isTold, _isToldOfRatings) = (false, false);
        return Note($"consent given: {words}");
    }

    public Task<bool> TakeBackAsync(string words, ConsentWay way, CancellationToken cancellationToken)
    {
        var isTold = _isTold;
        _isTold = true;
        _effects.Add($"consent taken back: {words}");
        return Task.FromResult(!isTold);
    }

    public Task<bool> TakeBackRatingsAsync(string words, ConsentWay way, CancellationToken cancellationToken)
    {
        var isTold = _isToldOfRatings;
        _isToldOfRatings = true;
        _effects.Add($"consent to ratings taken back: {words}");
        return Task.FromResult(!isTold);
    }

    Task<DueFollowUp?> IFollowUps.FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(id switch
    {
        1 => new DueFollowUp(1, FollowUpKind.StageNotice, RequestStage.Approved, 11, First.Number),
        2 => new DueFollowUp(2, FollowUpKind.RatingRequest, RequestStage.Approved, 11, First.Number),
        3 => new DueFollowUp(3, FollowUpKind.DocumentsReminder, RequestStage.DocumentsNeeded, 11, First.Number),
        4 => new DueFollowUp(4, FollowUpKind.CommitteeUpdate, RequestStage.CommitteeReview, 11, First.Number),
        5 => new DueFollowUp(5, FollowUpKind.StageNotice, RequestStage.DocumentsNeeded, 11, First.Number),
        _ => null,
    });

    public Task SettleAsync(long id, FollowUpState state, CancellationToken cancellationToken)
    {
        if (id == 2 && Asked.TrueForAll(asked => asked.Stage.StageEntryId != 11))
        {
            Ask(11, First, RequestStage.Approved, Clock.GetUtcNow());
        }

        return Note($"follow-up {id} {state}");
    }

    public void Ask(long stageEntryId, RequestView of, RequestStage stage, DateTimeOffset at) =>
        Asked.Insert(0, new AskedRating(new RatedStage(stageEntryId, stage, of.Id, of.Number, ServedBy), at));

    public string To(LinkKind kind, long stageEntryId) => $"https://kayan.example/s/{kind}{stageEntryId}";

    public Task<bool> AskAsync(HandoffReason reason, Urgency urgency, CancellationToken cancellationToken)
    {
        if (Handoff is not null)
        {
            return Task.FromResult(false);
        }

        Handoff = HandoffState.Waiting;
        _effects.Add($"waiting: {reason}");
        return Task.FromResult(true);
    }

    public Task LeaveAsync(CancellationToken cancellationToken)
    {
        Handoff = null;
        return Note("left the waiting list");
    }

    public Task<RatedStage?> FindStageAsync(long stageEntryId, CancellationToken cancellationToken) =>
        Task.FromResult<RatedStage?>(stageEntryId == 12
            ? new(12, RequestStage.CommitteeReview, Second.Id, Second.Number, ServedBy)
            : new(stageEntryId, RequestStage.Approved, First.Id, First.Number, ServedBy));

    public Task<IReadOnlyList<AskedRating>> FindAskedAsync(CancellationToken cancellationToken)
    {
        var since = Clock.GetUtcNow().AddDays(-14);
        return Task.FromResult<IReadOnlyList<AskedRating>>(Asked.FindAll(asked => asked.At >= since));
    }

    public Task<RatedStage?> FindByMessageAsync(string messageId, CancellationToken cancellationToken) => messageId switch
    {
        "SM11" => FindStageAsync(11, cancellationToken),
        "SM12" => FindStageAsync(12, cancellationToken),
        _ => Task.FromResult<RatedStage?>(null),
    };

    public Task RateAsync(RatedStage stage, RatedPart part, int stars, CancellationToken cancellationToken)
    {
        Asked.RemoveAll(asked => asked.Stage.StageEntryId == stage.StageEntryId);
        return Note($"rated {stage.StageEntryId} {part} {stars}");
    }

    public Task AddWordsAsync(RatedStage stage, string words, CancellationToken cancellationToken) => Note($"words {stage.StageEntryId}: {words}");

    public Task<long?> VerifiedRequestAsync(CancellationToken cancellationToken) => Task.FromResult(_verified?.Id);

    public Task<LookUpResult> LookUpAsync(string number, string lastFour, CancellationToken cancellationToken)
    {
        _lookedUp = lastFour == LastFour ? Requests.Find(request => request.Number == number) : null;
        return Task.FromResult(_failures >= 5 || (_lookedUp is null && ++_failures >= 5) ? LookUpResult.TooManyTries
            : _lookedUp is null ? LookUpResult.NoMatch : Send());
    }

    public Task<LookUpResult> ResendAsync(CancellationToken cancellationToken) => Task.FromResult(Send());

    public Task<CodeCheck> CheckAsync(string code, CancellationToken cancellationToken)
    {
        if (code == Code)
        {
            _verified = _lookedUp;
            return Task.FromResult(new CodeCheck(CodeResult.Right));
        }

        return Task.FromResult(++_failures >= 5 ? new CodeCheck(CodeResult.TooManyTries) : new CodeCheck(CodeResult.Wrong, 5 - _failures));
    }

    public Task<bool> CountWrongNumberAsync(CancellationToken cancellationToken) => Task.FromResult(++_failures < 5);

    private LookUpResult Send()
    {
        if (++_codes > 3)
        {
            return LookUpResult.TooManyCodes;
        }

        _effects.Add("code sent");
        return LookUpResult.CodeSent;
    }

    private Task Note(string effect)
    {
        _effects.Add(effect);
        return Task.CompletedTask;
    }
}
