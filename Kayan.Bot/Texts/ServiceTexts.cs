using System.Globalization;
using System.Resources;

namespace Kayan.Bot.Texts;

/// <summary>What the service itself says to a beneficiary, outside the dialogs.</summary>
internal static class ServiceTexts
{
    private static readonly ResourceManager Resources = new(typeof(ServiceTexts));

    /// <summary>The apology after a turn that could not be done, with a number to refer to.</summary>
    public static string TurnFailed(string language, long reference) =>
        string.Format(CultureInfo.InvariantCulture, Text(nameof(TurnFailed), language), reference);

    private static string Text(string name, string language) =>
        Resources.GetString(name, CultureInfo.GetCultureInfo(language == "en" ? "en" : "ar"))!;
}
