using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

public sealed class MessageFactoryTests
{
    [Fact]
    public void Text_WithoutHint_AcceptsInput()
    {
        var message = MessageFactory.Text("hello");

        Assert.Equal(("message", "hello", "acceptingInput"), (message.Type, message.Text, message.InputHint));
        Assert.Empty(message.Attachments);
        Assert.Empty(message.Entities);
    }

    [Fact]
    public void Text_Blank_BecomesNull() => Assert.Null(MessageFactory.Text("  ", "  ").Text);

    [Fact]
    public void SuggestedActions_OfTexts_SendWhatStandsOnThem()
    {
        var message = MessageFactory.SuggestedActions(["yes", "no"], "sure?", null, null, ["user"]);

        Assert.Equal(["user"], message.SuggestedActions.To);
        Assert.Equal(
            [("imBack", "yes", "yes"), ("imBack", "no", "no")],
            message.SuggestedActions.Actions.Select(action => (action.Type, action.Title, (string)action.Value)));
    }

    [Fact]
    public void Attachments_AsListOrCarousel_AreLaidOutSo()
    {
        Assert.Equal("list", MessageFactory.Attachment(new Attachment()).AttachmentLayout);
        Assert.Equal("carousel", MessageFactory.Carousel([new Attachment(), new Attachment()]).AttachmentLayout);
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));
    }

    [Fact]
    public void ContentUrl_WithoutUrlOrType_Throws()
    {
        var message = MessageFactory.ContentUrl("https://example.org/a.pdf", "application/pdf", "a");

        Assert.Equal(("application/pdf", "a"), (message.Attachments[0].ContentType, message.Attachments[0].Name));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "application/pdf"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://example.org/a.pdf", ""));
    }
}
