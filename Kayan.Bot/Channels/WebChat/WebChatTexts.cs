using System.Globalization;
using System.Resources;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>The names that the chat shows, and a screen reader reads, beside what is said.</summary>
internal static class WebChatTexts
{
    private static readonly ResourceManager Resources = new(typeof(WebChatTexts));

    public static string Bot(string language) => Text(nameof(Bot), language);

    public static string Worker(string language) => Text(nameof(Worker), language);

    private static string Text(string name, string language) =>
        Resources.GetString(name, CultureInfo.GetCultureInfo(language == "en" ? "en" : "ar"))!;
}
