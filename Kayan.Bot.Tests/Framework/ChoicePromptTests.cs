using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Tests.Framework;

public sealed class ChoicePromptTests
{
    [Fact]
    public async Task Choice_OverSavedTurns_EndsWithTheFoundChoice()
    {
        var turns = Ask(new ChoicePrompt("prompt"), options => options.Choices = ChoiceFactory.ToChoices(["food", "housing"]));

        Assert.Equal("which? (1) food or (2) housing", await turns.Say("go"));
        Assert.Equal("which? (1) food or (2) housing", await turns.Say("neither"));
        Assert.Equal("housing 1", await turns.Say("2"));
    }

    [Fact]
    public async Task Style_OfTheOptions_GoesBeforeThatOfThePrompt()
    {
        var turns = Ask(
            new ChoicePrompt("prompt") { Style = ListStyle.List },
            options =>
            {
                options.Choices = ChoiceFactory.ToChoices(["food", "housing"]);
                options.Style = ListStyle.None;
            });

        Assert.Equal("which?", await turns.Say("go"));
    }

    [Fact]
    public async Task Separators_OfTheLanguage_AreTakenByLowerCaseLocale()
    {
        var defaults = new Dictionary<string, ChoiceFactoryOptions>
        {
            ["ar-sa"] = new("، ", " أو ", " أو ", true),
            ["en-us"] = new(", ", " or ", ", or ", true),
        };
        var turns = Ask(new ChoicePrompt("prompt", defaults), options => options.Choices = ChoiceFactory.ToChoices(["نعم", "لا"]));

        Assert.Equal("which? (1) نعم أو (2) لا", await turns.Say("go"));
    }

    [Theory]
    [InlineData("نعم", "True")]
    [InlineData("لا", "False")]
    [InlineData("نعم من فضلك", "True")]
    [InlineData("لا شكرا", "False")]
    [InlineData("1", "True")]
    [InlineData("2", "False")]
    [InlineData("yes", "True")]
    [InlineData("no", "False")]
    [InlineData("👍", "True")]
    [InlineData("ربما", "which? (1) نعم or (2) لا")]
    [InlineData("3", "which? (1) نعم or (2) لا")]
    public async Task Confirm_WithOwnWords_UnderstandsThemAndTheirNumbers(string answer, string reply)
    {
        var turns = Ask(new ConfirmPrompt("prompt") { ConfirmChoices = Tuple.Create(new Choice("نعم"), new Choice("لا")) });

        Assert.Equal("which? (1) نعم or (2) لا", await turns.Say("go"));
        Assert.Equal(reply, await turns.Say(answer));
    }

    [Theory]
    [InlineData("نعم")]
    [InlineData("لا")]
    public async Task Confirm_WithoutOwnWords_KnowsNoArabic(string answer)
    {
        var turns = Ask(new ConfirmPrompt("prompt"));

        Assert.Equal("which? (1) Yes or (2) No", await turns.Say("go"));
        Assert.Equal("which? (1) Yes or (2) No", await turns.Say(answer));
    }

    [Fact]
    public async Task Confirm_WithoutNumbers_TakesNone()
    {
        var prompt = new ConfirmPrompt("prompt") { ChoiceOptions = new ChoiceFactoryOptions(", ", " or ", ", or ", false) };
        var turns = Ask(prompt);

        Assert.Equal("which? Yes or No", await turns.Say("go"));
        Assert.Equal("which? Yes or No", await turns.Say("1"));
        Assert.Equal("True", await turns.Say("Yes"));
    }

    [Fact]
    public async Task Confirm_WordsOfTheLanguage_AreTakenByLowerCaseLocale()
    {
        var defaults = new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>
        {
            ["ar-sa"] = (new Choice("نعم"), new Choice("لا"), new ChoiceFactoryOptions("، ", " أو ", " أو ", true)),
            ["en-us"] = (new Choice("Yes"), new Choice("No"), new ChoiceFactoryOptions(", ", " or ", ", or ", true)),
        };
        var turns = Ask(new ConfirmPrompt("prompt", defaults));

        Assert.Equal("which? (1) نعم أو (2) لا", await turns.Say("go"));
        Assert.Equal("True", await turns.Say("نعم"));
    }

    private static Turns Ask(Dialog prompt, Action<PromptOptions>? change = null) => new(new Asking(prompt, change));

    private sealed class Asking : ComponentDialog
    {
        public Asking(Dialog prompt, Action<PromptOptions>? change)
        {
            AddDialog(new WaterfallDialog("steps",
            [
                (stepContext, token) =>
                {
                    var options = new PromptOptions { Prompt = MessageFactory.Text("which?") };
                    change?.Invoke(options);
                    return stepContext.PromptAsync(prompt.Id, options, token);
                },
                async (stepContext, token) =>
                {
                    var answer = stepContext.Result is FoundChoice found ? $"{found.Value} {found.Index}" : $"{stepContext.Result}";
                    await stepContext.Context.SendActivityAsync(answer, cancellationToken: token);
                    return await stepContext.EndDialogAsync(null, token);
                },
            ]));
            AddDialog(prompt);
        }
    }
}
