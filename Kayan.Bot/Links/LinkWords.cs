using Kayan.Bot.Dialogs.Texts;

namespace Kayan.Bot.Links;

/// <summary>The texts of the pages in the language of the conversation, with the digits of the association.</summary>
internal sealed class LinkWords(Phrases phrases, SpokenDigits digits)
{
    public string Language => phrases.English ? "en" : "ar";

    public string Direction => phrases.English ? "ltr" : "rtl";

    public string this[string key, params string[] args] => Spoken(phrases.Get(key, args));

    public string Spoken(string text) => phrases.English ? text : digits.Write(text);
}
