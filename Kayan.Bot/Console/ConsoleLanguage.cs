using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Kayan.Bot.Console;

/// <summary>The language of the interface: Arabic unless the member of staff chose English. Kept in a cookie.</summary>
internal static class ConsoleLanguage
{
    public const string Arabic = "ar";

    public const string English = "en";

    public static bool IsArabic => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != English;

    public static string Current => IsArabic ? Arabic : English;

    public static string Direction => IsArabic ? "rtl" : "ltr";

    public static RequestLocalizationOptions Options()
    {
        var options = new RequestLocalizationOptions
        {
            RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }],
        };
        return options.SetDefaultCulture(Arabic).AddSupportedCultures(Arabic, English).AddSupportedUICultures(Arabic, English);
    }

    public static void Remember(HttpResponse response, string language) => response.Cookies.Append(
        CookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == English ? English : Arabic)),
        new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });

    private const string CookieName = "kayan-console-language";
}
