using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>
/// The texts in the language of the conversation. A key is the name of the resource file, a dot and the entry. Where Arabic
/// speaks differently to men and women, a text holds [to a man|to a woman|where it is not known].
/// </summary>
internal sealed partial class Phrases(CurrentConversation conversation)
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Areas = new(StringComparer.Ordinal);
    private static readonly CultureInfo Arabic = CultureInfo.GetCultureInfo("ar");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en");

    public bool English => conversation.Language == "en";

    /// <summary>The text with its arguments filled in, all of which are text already.</summary>
    public string Get(string key, params string[] args)
    {
        var text = Find(key) ?? throw new MissingManifestResourceException($"There is no text {key}.");
        text = Addressed(text);
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }

    /// <summary>The form of the text that goes with the count: six forms in Arabic, two in English.</summary>
    public string Count(string key, long count)
    {
        var form = Plural.For(count);
        if (English)
        {
            form = count switch { 0 => PluralForm.Zero, 1 => PluralForm.One, _ => PluralForm.Other };
        }

        return Get($"{key}_{form}", count.ToString(CultureInfo.InvariantCulture));
    }

    private string Addressed(string text) => !text.Contains('[', StringComparison.Ordinal) ? text
        : Forms().Replace(text, forms => conversation.Gender switch
        {
            Gender.Male => forms.Groups["man"].Value,
            Gender.Female => forms.Groups["woman"].Value,
            _ => forms.Groups["either"].Value,
        });

    [GeneratedRegex(@"\[(?<man>[^|\]]*)\|(?<woman>[^|\]]*)\|(?<either>[^|\]]*)\]")]
    private static partial Regex Forms();

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var area = Areas.GetOrAdd(key[..dot], name => new ResourceManager($"{typeof(Phrases).Namespace}.{name}", typeof(Phrases).Assembly));
        return area.GetString(key[(dot + 1)..], English ? EnglishCulture : Arabic);
    }
}
