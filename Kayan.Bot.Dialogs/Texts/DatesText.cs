namespace Kayan.Bot.Dialogs.Texts;

/// <summary>The texts of Dates.resx.</summary>
internal static class DatesText
{
    public const string Ago = "Dates.Ago";
    public const string Since = "Dates.Since";
    public const string Both = "Dates.Both";
    public const string Gregorian = "Dates.Gregorian";
    public const string Months = "Dates.Months";
    public const string Weekdays = "Dates.Weekdays";
    public const string Morning = "Dates.Morning";
    public const string Noon = "Dates.Noon";
    public const string Afternoon = "Dates.Afternoon";
    public const string OpensToday = "Dates.OpensToday";
    public const string OpensTomorrow = "Dates.OpensTomorrow";
    public const string OpensThisWeek = "Dates.OpensThisWeek";
    public const string OpensLater = "Dates.OpensLater";
}
