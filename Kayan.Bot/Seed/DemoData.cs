using Kayan.Bot.Domain.People;
using Kayan.Bot.Security;
using static Kayan.Bot.Domain.Requests.RequestStage;

namespace Kayan.Bot.Seed;

/// <summary>Invented people, staff and a key, for Development only. The README names them.</summary>
internal static class DemoData
{
    public const string ApiKeyName = "demo";
    public const string ApiKey = "kayan-dev-2f6c1b0e9d8a47539c41";
    public const string Password = "kayan-demo-2026";

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new(1, "منيرة عبد الله السالم", Gender.Female, true, "دعم تعليمي", 4, DataCheck, CommitteeReview),
        new(2, "صالح محمد العمر", Gender.Male, true, "أجهزة منزلية", 2, DataCheck, DocumentsNeeded)
        {
            Papers = ["تعريف بالدخل حديث", "صورة الهوية"],
            Reason = "التعريف بالدخل انتهت صلاحيته",
        },
        new(3, "نوف إبراهيم الحسن", Gender.Female, false, "إرشاد أسري", 0),
        new(4, "عبد العزيز فهد الناصر", Gender.Male, true, "برنامج تدريبي", 1, DataCheck),
        new(5, "هيفاء سعد القاسم", Gender.Female, true, "دعم سكني", 3, DataCheck, CommitteeReview, Approved),
        new(6, "سلطان ناصر الزيد", Gender.Male, true, "دعم علاجي", 6, DataCheck, CommitteeReview, Declined)
        {
            Reason = "الخدمة المطلوبة تقدمها جهة أخرى، ويسعدنا أن ندلك عليها",
        },
        new(7, "أمل خالد الراشد", Gender.Female, true, "دعم تعليمي", 5, DataCheck, CommitteeReview, Approved, Registration, ServiceDelivery),
        new(8, "ماجد علي الفهد", Gender.Male, false, "دعم دراسي", 8, DataCheck, CommitteeReview, Approved, Registration, ServiceDelivery, Delivered),
    ];

    public static IReadOnlyList<DemoStaff> Staff { get; } =
    [
        new("admin@kayan.example", "مشرف النظام", StaffRoles.Administrator),
        new("manager@kayan.example", "مديرة العلاقات", StaffRoles.Manager),
        new("noura@kayan.example", "أ. نورة", StaffRoles.SocialWorker),
        new("haya@kayan.example", "أ. هيا", StaffRoles.SocialWorker),
    ];
}
