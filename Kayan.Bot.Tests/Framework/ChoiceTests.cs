using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class ChoiceTests
{
    private static readonly string[] Arabic = ["زكاة", "صدقة جارية", "كفالة يتيم", "سقيا ماء", "إفطار صائم"];

    [Theory]
    [InlineData("زكاة", 0)]
    [InlineData("أريد كفالة يتيم", 2)]
    [InlineData("كفالة", null)]
    [InlineData("زكاه", null)]
    [InlineData("الزكاة", null)]
    [InlineData("كفالة اليتيم", null)]
    [InlineData("1", 0)]
    [InlineData("3", 2)]
    [InlineData("الخيار 2", 1)]
    [InlineData("7", null)]
    [InlineData("0", null)]
    [InlineData("third", 2)]
    [InlineData("3rd", 2)]
    [InlineData("three", 2)]
    [InlineData("", null)]
    public void Recognise_AnswerInAnyWords_FindsTheChoiceOrNone(string answer, int? index) =>
        Assert.Equal(index, First(answer));

    [Fact]
    public void Recognise_ExactWords_IgnoreCase()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("RED", ["green", "red"])).Resolution;

        Assert.Equal(("red", 1, 1f, "red"), (found.Value, found.Index, found.Score, found.Synonym));
    }

    [Fact]
    public void Recognise_SynonymOrButtonTitle_FindsTheChoice()
    {
        List<Choice> choices =
        [
            new("food") { Synonyms = ["meals", "eat"] },
            new("housing") { Action = new CardAction(ActionTypes.ImBack, "a place to live") },
        ];

        Assert.Equal("food", ChoiceRecognizers.RecognizeChoices("I want to eat", choices)[0].Resolution.Value);
        Assert.Equal("housing", ChoiceRecognizers.RecognizeChoices("a place to live", choices)[0].Resolution.Value);
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("a place to live", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("food", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void Recognise_NumbersSwitchedOff_FindsWordsOnly()
    {
        var options = new FindChoicesOptions { RecognizeNumbers = false };

        Assert.Empty(ChoiceRecognizers.RecognizeChoices("2", Arabic, options));
        Assert.Single(ChoiceRecognizers.RecognizeChoices("2nd", Arabic, options));
        options.RecognizeOrdinals = false;
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("2nd", Arabic, options));
    }

    [Fact]
    public void Recognise_WordsTooFarApart_AreNotTheChoice()
    {
        Assert.Single(ChoiceRecognizers.RecognizeChoices("red and very car", ["red car"]));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("red and very very very car", ["red car"]));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("car red", ["red car"]));
    }

    [Fact]
    public void Recognise_Several_InTheOrderOfMention() =>
        Assert.Equal(
            ["blue", "red"],
            ChoiceRecognizers.RecognizeChoices("blue or red", ["red", "green", "blue"]).Select(found => found.Resolution.Value));

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("telegram")]
    public void Show_WhereButtonsAre_AsSuggestedActions(string channelId)
    {
        var message = Show(channelId, "أي خدمة؟", Arabic);

        Assert.Equal("أي خدمة؟", message.Text);
        Assert.Equal(Arabic, message.SuggestedActions.Actions.Select(action => (string)action.Value));
        Assert.Equal("imBack", message.SuggestedActions.Actions[0].Type);
    }

    [Fact]
    public void Show_InTeams_AsAHeroCard() =>
        Assert.Equal(
            HeroCard.ContentType, Show("msteams", "q", Arabic).Attachments[0].ContentType);

    [Theory]
    [InlineData("sms")]
    [InlineData("whatsapp")]
    [InlineData("test")]
    public void Show_WhereOnlyTextIs_AsANumberedList(string channelId) =>
        Assert.Equal(
            "q\n\n   1. زكاة\n   2. صدقة جارية\n   3. كفالة يتيم\n   4. سقيا ماء\n   5. إفطار صائم",
            Show(channelId, "q", Arabic).Text);

    [Fact]
    public void Show_FewAndShortChoices_InTheSentence()
    {
        Assert.Equal("q (1) a, (2) b, or (3) c", Show("sms", "q", ["a", "b", "c"]).Text);
        Assert.Equal("q (1) a or (2) b", Show("sms", "q", ["a", "b"]).Text);
        Assert.StartsWith(
            "q\n\n   1. ",
            Show("sms", "q", ["more than twenty letters"]).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Show_WithOwnSeparators_UsesThem()
    {
        var options = new ChoiceFactoryOptions("، ", " أو ", " أو ", includeNumbers: false);

        Assert.Equal("q نعم أو لا", ChoiceFactory.Inline(ChoiceFactory.ToChoices(["نعم", "لا"]), "q", null, options).Text);
        Assert.Equal("q\n\n   - نعم\n   - لا", ChoiceFactory.List(ChoiceFactory.ToChoices(["نعم", "لا"]), "q", null, options).Text);
    }

    private static IMessageActivity Show(string channelId, string text, params string[] choices) =>
        ChoiceFactory.ForChannel(channelId, ChoiceFactory.ToChoices(choices), text, null, null, null, null);

    private static int? First(string answer) =>
        ChoiceRecognizers.RecognizeChoices(answer, Arabic).FirstOrDefault()?.Resolution.Index;
}
