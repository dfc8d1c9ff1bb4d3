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
using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>The case file of the conversation tests, in memory. Person 1 owns the requests; what the dialogs do to it is noted in words.</summary>
internal sealed class World : ICaseFile, IConsents, IDocuments, IFollowUps, IHandoffs, IRatings, IVerification
{
    public const string Code = "123456";
    public const string LastFour = "1234";

    private readonly List<string> _effects = [];
    private int _failures;
    private int _codes;
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

    /// <summary>The stage that was asked about and not rated.</summary>
    public bool Unrated { get; set; }

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

    public Task GiveAsync(string words, CancellationToken cancellationToken) => Note($"consent given: {words}");

    public Task TakeBackAsync(string words, CancellationToken cancellationToken) => Note($"consent taken back: {words}");

    Task<DueFollowUp?> IFollowUps.FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(id switch
    {
        1 => new DueFollowUp(1, FollowUpKind.StageNotice, RequestStage.Approved, 11, First.Number),
        2 => new DueFollowUp(2, FollowUpKind.RatingRequest, RequestStage.Approved, 11, First.Number),
        3 => new DueFollowUp(3, FollowUpKind.DocumentsReminder, RequestStage.DocumentsNeeded, 11, First.Number),
        4 => new DueFollowUp(4, FollowUpKind.CommitteeUpdate, RequestStage.CommitteeReview, 11, First.Number),
        5 => new DueFollowUp(5, FollowUpKind.StageNotice, RequestStage.DocumentsNeeded, 11, First.Number),
        _ => null,
    });

    public Task SettleAsync(long id, FollowUpState state, CancellationToken cancellationToken) => Note($"follow-up {id} {state}");

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
        Task.FromResult<RatedStage?>(new(stageEntryId, First.Id, First.Number, ServedBy));

    public Task<RatedStage?> FindUnratedAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Unrated ? new RatedStage(11, First.Id, First.Number, ServedBy) : null);

    public Task RateAsync(RatedStage stage, RatedPart part, int stars, CancellationToken cancellationToken) =>
        Note($"rated {stage.StageEntryId} {part} {stars}");

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
