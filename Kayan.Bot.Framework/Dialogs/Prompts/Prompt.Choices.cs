using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

public abstract partial class Prompt<T>
{
    /// <summary>A question with choices, shown in a style.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions options = null,
        CancellationToken cancellationToken = default) =>
        AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>A question with choices, shown in a style that suits the channel and the kind of conversation.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions options = null,
        string conversationType = default,
        IList<string> toList = default,
        CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var message = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => new Activity(ActivityTypes.Message) { Text = text, Attachments = [], Entities = [] },
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is null)
        {
            message.InputHint = InputHints.ExpectingInput;
            return message;
        }

        var question = ((Activity)prompt).Copy();
        question.Text = message.Text;
        if (message.SuggestedActions?.Actions is { Count: > 0 })
        {
            question.SuggestedActions = message.SuggestedActions;
        }

        if (message.Attachments is { Count: > 0 })
        {
            question.Attachments = question.Attachments is null ? message.Attachments : [.. question.Attachments, .. message.Attachments];
        }

        return question;
    }
}
