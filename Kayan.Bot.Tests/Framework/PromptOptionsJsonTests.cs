#if !MICROSOFT_BOT_FRAMEWORK
using System.Text;
using Kayan.Bot.Framework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Tests.Framework;

public sealed class PromptOptionsJsonTests
{
    [Fact]
    public void Options_WrittenAndRead_AreWholeWhetherAnybodyLookedOrNot()
    {
        var state = new Dictionary<string, object>
        {
            ["v"] = new PromptOptions
            {
                Prompt = MessageFactory.Text("word?"),
                RetryPrompt = MessageFactory.Text("again?"),
                Choices = [new Choice("a") { Synonyms = ["b"] }],
                Style = ListStyle.List,
                Validations = 5,
                RecognizeLanguage = "ar-*",
            },
        };
        var json = StateJson.Serialize(state);

        var untouched = StateJson.Deserialize(json);
        untouched["v"] = StateJson.Convert<PromptOptions>(untouched["v"]);
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(StateJson.Serialize(untouched)));

        var options = (PromptOptions)untouched["v"];
        Assert.Equal(("word?", "again?", ListStyle.List), (options.Prompt.Text, options.RetryPrompt.Text, options.Style));
        Assert.Equal(("a", "b"), (options.Choices[0].Value, options.Choices[0].Synonyms[0]));
        Assert.Equal((5L, "ar-*"), (options.Validations, options.RecognizeLanguage));
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(StateJson.Serialize(untouched)));
    }

    [Fact]
    public void Options_Empty_AreEmpty()
    {
        var json = StateJson.Serialize(new Dictionary<string, object> { ["v"] = new PromptOptions() });

        Assert.Equal("""{"v":{}}""", Encoding.UTF8.GetString(json));
        Assert.Null(StateJson.Convert<PromptOptions>(StateJson.Deserialize(json)["v"]).Prompt);
    }
}
#endif
