using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Framework;

// What a prompt shows in a language: from the application's table, else English, as the SDK does for Arabic.
internal static class PromptLocale
{
    public const string EnglishLocale = "en-us";

    public static readonly ChoiceFactoryOptions English = new(", ", " or ", ", or ", true);

    public static T Find<T>(Dictionary<string, T> byLocale, string locale, T english)
    {
        if (byLocale is null)
        {
            return english;
        }

        return byLocale.TryGetValue((locale ?? EnglishLocale).ToLowerInvariant(), out var found)
            || byLocale.TryGetValue(EnglishLocale, out found)
            ? found
            : english;
    }
}
