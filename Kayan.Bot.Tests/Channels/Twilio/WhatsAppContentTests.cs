using System.Text.Json;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Templates;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>An activity as WhatsApp takes it, in the window and outside.</summary>
public sealed class WhatsAppContentTests : IDisposable
{
    private readonly TwilioChannelRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(2, 3, "buttons_2")]
    [InlineData(3, 20, "buttons_3")]
    [InlineData(3, 21, "list_3")]
    [InlineData(4, 3, "list_4")]
    [InlineData(10, 24, "list_10")]
    [InlineData(10, 25, null)]
    [InlineData(11, 3, null)]
    public void InWindow_Choices_GoAsButtonsOrAListWhereTheyFit(int count, int length, string? menu)
    {
        string[] labels = [.. Enumerable.Range(1, count).Select(i => $"{i}".PadRight(length, 'م'))];

        var content = WhatsAppContent.InWindow(Question("أي طلب؟", labels), "ar", _rig.Book);

        if (menu is null)
        {
            Assert.Equal(("numbered", null), (content.Body, content.Sid));
            return;
        }

        Assert.Equal((null, TwilioChannelRig.SidOf(menu, "ar")), (content.Body, content.Sid));
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(content.Variables!)!;
        Assert.Equal("أي طلب؟", values["1"]);
        Assert.Superset(labels.ToHashSet(), values.Values.ToHashSet());
    }

    [Fact]
    public void InWindow_TheMenuIsNotStoredYet_IsNumberedText()
    {
        _rig.Book.Use([]);

        Assert.Equal("numbered", WhatsAppContent.InWindow(Question("أي طلب؟", ["أ", "ب"]), "ar", _rig.Book).Body);
    }

    [Fact]
    public void InWindow_AQuestionTooLongForAMenu_IsNumberedText() =>
        Assert.Equal("numbered", WhatsAppContent.InWindow(Question(new string('م', 1025), ["أ", "ب"]), "ar", _rig.Book).Body);

    [Fact]
    public void OutOfWindow_AVariableIsMissing_DoesNotGoWithTheSampleOfTheProvider()
    {
        var activity = new MessageForms { Template = "stage_notice" }.On(MessageFactory.Text("جديد"));

        Assert.Equal("stage_notice (ar)", WhatsAppContent.OutOfWindow(activity, "ar", _rig.Book).Missing);
    }

    [Fact]
    public void OutOfWindow_EveryTemplate_IsFoundAgainInTheProvidersList()
    {
        foreach (var template in TemplateFile.All.Where(template => template.Category is not null && template.Name != "message"))
        {
            var activity = new MessageForms { Template = template.Name, Variables = template.Samples.ToDictionary() }.On(MessageFactory.Text("x"));
            var content = WhatsAppContent.OutOfWindow(activity, template.Language, _rig.Book);

            Assert.Equal(TwilioChannelRig.SidOf(template.Name, template.Language), content.Sid);
            Assert.True(content.Is(template.Fill(template.Samples.ToDictionary())));
            Assert.False(content.Is(template.Fill(new Dictionary<string, string> { ["number"] = "2000017" })));
        }
    }

    private static Activity Question(string question, string[] labels)
    {
        var activity = MessageFactory.Text("numbered");
        activity.SuggestedActions = new SuggestedActions { Actions = [.. labels.Select(label => new CardAction(ActionTypes.ImBack, label, value: label))] };
        return new MessageForms { Question = question }.On(activity);
    }
}
