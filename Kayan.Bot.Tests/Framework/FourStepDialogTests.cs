using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Kayan.Bot.Tests.Framework;

public sealed class FourStepDialogTests
{
    [Fact]
    public async Task FourSteps_OverSavedTurns_KeepWhatWasSaid()
    {
        var turns = new Turns(new FourSteps());

        Assert.Equal("name?", await turns.Say("hi"));
        Assert.Contains("food", await turns.Say("Sara"), StringComparison.Ordinal);
        Assert.Contains("sure?", await turns.Say("2"), StringComparison.Ordinal);
        Assert.Equal("how many?", await turns.Say("yes"));
        Assert.Equal("Sara housing True 15", await turns.Say("15"));
        Assert.Equal("name?", await turns.Say("again"));
    }

    private sealed class FourSteps : ComponentDialog
    {
        public FourSteps()
        {
            AddDialog(new WaterfallDialog("steps", [NameStepAsync, KindStepAsync, SureStepAsync, CountStepAsync, EndStepAsync]));
            AddDialog(new TextPrompt("text"));
            AddDialog(new ChoicePrompt("choice"));
            AddDialog(new ConfirmPrompt("confirm"));
            AddDialog(new NumberPrompt<int>("number"));
        }

        private static PromptOptions Ask(string text) => new() { Prompt = MessageFactory.Text(text) };

        private static Task<DialogTurnResult> NameStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken) =>
            stepContext.PromptAsync("text", Ask("name?"), cancellationToken);

        private static Task<DialogTurnResult> KindStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["name"] = stepContext.Result;
            var options = Ask("which?");
            options.Choices = ChoiceFactory.ToChoices(["food", "housing"]);
            return stepContext.PromptAsync("choice", options, cancellationToken);
        }

        private static Task<DialogTurnResult> SureStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["kind"] = ((FoundChoice)stepContext.Result).Value;
            return stepContext.PromptAsync("confirm", Ask("sure?"), cancellationToken);
        }

        private static Task<DialogTurnResult> CountStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["sure"] = (bool)stepContext.Result;
            return stepContext.PromptAsync("number", Ask("how many?"), cancellationToken);
        }

        private static async Task<DialogTurnResult> EndStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            var values = stepContext.Values;
            var said = string.Create(
                CultureInfo.InvariantCulture,
                $"{(string)values["name"]} {values["kind"]} {(bool)values["sure"]} {(int)stepContext.Result}");
            await stepContext.Context.SendActivityAsync(said, cancellationToken: cancellationToken);
            return await stepContext.EndDialogAsync(null, cancellationToken);
        }
    }
}
