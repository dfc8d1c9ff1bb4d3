namespace Kayan.Bot.Domain.Requests;

/// <summary>
/// Where a request stands, from the ten rules of the policy ("How a request is handled"). Stored by name.
/// </summary>
public enum RequestStage
{
    /// <summary>استلام الطلب: intake complete and attested.</summary>
    Submitted,

    /// <summary>مطابقة البيانات: an officer checks the data and that it is valid on the day of submission.</summary>
    DataCheck,

    /// <summary>استكمال المتطلبات: something is missing or expired, listed by name.</summary>
    DocumentsNeeded,

    /// <summary>لجنة البحث: the data are complete; the clock of not less than two weeks runs.</summary>
    CommitteeReview,

    /// <summary>القبول: the committee accepted.</summary>
    Approved,

    /// <summary>الاعتذار: the committee refused, with a reason that can be told.</summary>
    Declined,

    /// <summary>استكمال التسجيل: registration formalities.</summary>
    Registration,

    /// <summary>تقديم الخدمة: the service is under way.</summary>
    ServiceDelivery,

    /// <summary>تم تقديم الخدمة: the service was given.</summary>
    Delivered,

    /// <summary>إغلاق الطلب: final follow-up and rating done or lapsed.</summary>
    Closed,

    /// <summary>سحب الطلب: the beneficiary took the request back.</summary>
    Withdrawn,

    /// <summary>انتهاء المهلة: no answer to repeated reminders.</summary>
    Lapsed,
}
