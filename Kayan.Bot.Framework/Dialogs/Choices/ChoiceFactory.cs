using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes choices into messages.</summary>
public class ChoiceFactory
{
    /// <summary>A message in the style that suits a channel.</summary>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>A message in the style that suits a channel and a kind of conversation.</summary>
    public static IMessageActivity ForChannel(
        string channelId,
        IList<Choice> list,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null,
        string conversationType = default,
        IList<string> toList = default)
    {
        list ??= [];
        var shortTitles = list.All(choice => ButtonTitle(choice).Length <= Channel.MaxActionTitleLength(channelId));
        if (shortTitles && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (shortTitles && Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return shortTitles && list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>The choices within the sentence: "Which? (1) red, (2) green, or (3) blue".</summary>
    public static Activity Inline(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var written = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
            {
                written.Append(
                    i < choices.Count - 1 ? options?.InlineSeparator ?? ", "
                    : i == 1 ? options?.InlineOr ?? " or "
                    : options?.InlineOrMore ?? ", or ");
            }

            written.Append(CultureInfo.InvariantCulture, $"{(numbered ? $"({i + 1}) " : string.Empty)}{Title(choices[i])}");
        }

        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>The choices as a list below the text.</summary>
    public static Activity List(
        IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>The choices as a list below the text.</summary>
    public static Activity List(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var written = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            var lead = numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ";
            written.Append(i > 0 ? "\n   " : string.Empty).Append(lead).Append(Title(choices[i]));
        }

        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>The choices as buttons that vanish.</summary>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, null);

    /// <summary>The choices as buttons that vanish, for some recipients.</summary>
    public static IMessageActivity SuggestedAction(
        IList<string> choices, string text = null, string speak = null, IList<string> toList = default) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>The choices as buttons that vanish.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    /// <summary>The choices as buttons that vanish, for some recipients.</summary>
    public static IMessageActivity SuggestedAction(
        IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>The choices as buttons on a card.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard(text: text, buttons: Buttons(choices)).ToAttachment();
        return MessageFactory.Attachment([card], null, speak, InputHints.ExpectingInput);
    }

    /// <summary>Choices named by their values.</summary>
    public static IList<Choice> ToChoices(IList<string> choices) =>
        choices is null ? [] : choices.Select(value => new Choice(value)).ToList();

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static string ButtonTitle(Choice choice) =>
        string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value ?? string.Empty : choice.Action.Title;

    private static List<CardAction> Buttons(IList<Choice> choices) => (choices ?? [])
        .Select(choice => choice.Action ?? new CardAction(ActionTypes.ImBack, choice.Value, value: choice.Value))
        .ToList();
}
