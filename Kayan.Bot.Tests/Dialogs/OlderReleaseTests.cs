using Kayan.Bot.Dialogs;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>A conversation whose open dialog is gone starts again politely.</summary>
public sealed class OlderReleaseTests
{
    [Theory]
    [InlineData("كم مدة دراسة الطلب؟", "لا تقل عن أسبوعين.")]
    [InlineData("English", "We will continue in English.")]
    [InlineData("0", "حياك الله")]
    public async Task Conversation_WhoseDialogIsGone_SaysSoAndGoesOn(string text, string answer)
    {
        await using var talking = new Talking();
        await talking.Storage.WriteAsync(new Dictionary<string, object>
        {
            ["whatsapp/conversations/Conversation1"] = new Dictionary<string, object>
            {
                ["DialogState"] = Stack(nameof(MainDialog), new() { ["dialogs"] = Stack("GoneDialog", []) }),
            },
        });

        var replies = await talking.SayAsync(text);

        Assert.StartsWith("انقطع حديثنا السابق", replies[0].Text, StringComparison.Ordinal);
        Assert.Contains(replies, reply => reply.Text.StartsWith(answer, StringComparison.Ordinal));
    }

    private static DialogState Stack(string dialog, Dictionary<string, object> state) => new([new DialogInstance { Id = dialog, State = state }]);
}
