using System.Globalization;
using Kayan.Bot.Domain.Language;
using Kayan.Bot.Domain.People;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Dialogs.Texts;

/// <summary>Makes activities of texts, as the channel can show them: buttons on the website, numbers elsewhere.</summary>
internal sealed class Replies(Phrases phrases, CurrentConversation conversation, SpokenDigits digits)
{
    public Activity Text(string key, params string[] args) => Plain(phrases.Get(key, args));

    public Activity Plain(string text)
    {
        var reply = MessageFactory.Text(ForChannel(text));
        reply.TextFormat = TextFormatTypes.Plain;
        return reply;
    }

    /// <summary>The words of a text message: without direction marks, each of which costs as much as a letter.</summary>
    public string Sms(string key, params string[] args) => ArabicText.WithoutDirectionMarks(Spoken(phrases.Get(key, args)));

    /// <summary>A question with choices: the labels as buttons or as a numbered list.</summary>
    public Activity Choose(string question, IReadOnlyList<string> labels, string? after = null)
    {
        if (HasButtons)
        {
            return Buttons(after is null ? question : $"{question}\n{after}", labels);
        }

        var numbered = labels.Select((label, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {label}"));
        var list = $"{question}\n{phrases.Get(CommonText.PickNumber)}\n{string.Join('\n', numbered)}";
        return WithButtons(Plain(after is null ? list : $"{list}\n{after}"), after is null ? question : $"{question} {after}", labels);
    }

    /// <summary>A question whose answers need no list: buttons where there are any, a hint elsewhere.</summary>
    public Activity Ask(string question, IReadOnlyList<string> buttons, string hint) =>
        HasButtons ? Buttons(question, buttons) : WithButtons(Plain(hint.Length == 0 ? question : $"{question} {hint}"), question, buttons);

    private bool HasButtons => conversation.Channel == ChannelKind.WebChat;

    /// <summary>On WhatsApp the words go as they are, or the question goes with buttons: its channel knows which of them it can.</summary>
    private Activity WithButtons(Activity reply, string question, IReadOnlyList<string> labels)
    {
        if (conversation.Channel == ChannelKind.WhatsApp)
        {
            reply.SuggestedActions = Actions(labels);
            new MessageForms { Question = ForChannel(question) }.On(reply);
        }

        return reply;
    }

    private Activity Buttons(string text, IReadOnlyList<string> labels)
    {
        var reply = Plain(text);
        reply.SuggestedActions = Actions(labels);
        return reply;
    }

    private SuggestedActions Actions(IReadOnlyList<string> labels) => new()
    {
        Actions = [.. labels.Select(label => new CardAction(type: ActionTypes.ImBack, title: Spoken(label), value: label))],
    };

    private string Spoken(string text) => phrases.English ? text : digits.Write(text);

    private string ForChannel(string text)
    {
        text = Spoken(text);
        if (conversation.Channel == ChannelKind.Sms)
        {
            return ArabicText.WithoutDirectionMarks(text);
        }

        return phrases.English ? text : Isolates.Around(text);
    }
}
