using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.Requests;
using static Kayan.Bot.Domain.FollowUps.FollowUpKind;
using static Kayan.Bot.Domain.Requests.RequestStage;

namespace Kayan.Bot.Domain.FollowUps;

/// <summary>
/// What the service writes first, so that nobody has to ask for news (policy, goal 0 and rule 10).
/// <para>Every stage is one that the person sees, so each sends a notice at once. It stays true until the request moves on, so
/// after an outage it still goes out within a week.</para>
/// <para>A rating is asked for where the person waited for somebody or was served on the way into the stage (policy, "rate the
/// service at every stage"; the person's right, for improvement only):
/// DataCheck (was received, waited for an officer), CommitteeReview (the officer checked the data), Approved and Declined (waited for
/// the committee; after a refusal not on the same day), ServiceDelivery (was registered), Delivered (got the service).
/// Not at Submitted and Registration, where nothing has happened since the last question; not at DocumentsNeeded, where the person
/// has something else to do; not at Closed, Withdrawn and Lapsed, where the last stage before has asked.</para>
/// <para>Missing papers are recalled after 3, 7 and 14 days; whether the request then lapses is for the staff to decide. The
/// committee answers in not less than two weeks: every two weeks of review the person hears that it still goes on, for half a year.</para>
/// </summary>
public static class FollowUpPlan
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The whole plan.</summary>
    public static IReadOnlyList<FollowUpRule> Rules { get; } =
    [
        new(Submitted, StageNotice, 1, AtOnce, Week),

        new(DataCheck, StageNotice, 1, AtOnce, Week),
        new(DataCheck, RatingRequest, 1, AtOnce, Week),

        new(DocumentsNeeded, StageNotice, 1, AtOnce, Week),
        new(DocumentsNeeded, DocumentsReminder, 1, 3 * Day, 3 * Day),
        new(DocumentsNeeded, DocumentsReminder, 2, 7 * Day, 6 * Day),
        new(DocumentsNeeded, DocumentsReminder, 3, 14 * Day, Week),

        new(CommitteeReview, StageNotice, 1, AtOnce, Week),
        new(CommitteeReview, RatingRequest, 1, AtOnce, Week),
        .. Enumerable.Range(1, 13).Select(n => new FollowUpRule(CommitteeReview, CommitteeUpdate, n, n * 2 * Week, Week)),

        new(Approved, StageNotice, 1, AtOnce, Week),
        new(Approved, RatingRequest, 1, AtOnce, Week),

        new(Declined, StageNotice, 1, AtOnce, Week),
        new(Declined, RatingRequest, 1, Day, Week),

        new(Registration, StageNotice, 1, AtOnce, Week),

        new(ServiceDelivery, StageNotice, 1, AtOnce, Week),
        new(ServiceDelivery, RatingRequest, 1, AtOnce, Week),

        new(Delivered, StageNotice, 1, AtOnce, Week),
        new(Delivered, RatingRequest, 1, AtOnce, Week),

        new(Closed, StageNotice, 1, AtOnce, Week),
        new(Withdrawn, StageNotice, 1, AtOnce, Week),
        new(Lapsed, StageNotice, 1, AtOnce, Week),
    ];

    /// <summary>The follow-ups of a stage that was just entered, in the order in which they are sent.</summary>
    public static IReadOnlyList<FollowUp> For(StageEntry entry) =>
    [
        .. Rules.Where(rule => rule.Stage == entry.Stage).Select(rule => new FollowUp
        {
            RequestId = entry.RequestId,
            StageEntry = entry,
            Kind = rule.Kind,
            Ordinal = rule.Ordinal,
            DueAt = entry.At + rule.After,
            ExpiresAt = entry.At + rule.After + rule.GoodFor,
        }),
    ];

    /// <summary>The class of the message, which says on which basis and at which hours it may go.</summary>
    public static MessageClass ClassOf(FollowUpKind kind) => kind switch
    {
        RatingRequest => MessageClass.Survey,
        StageNotice or DocumentsReminder or CommitteeUpdate => MessageClass.Service,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such follow-up."),
    };
}
