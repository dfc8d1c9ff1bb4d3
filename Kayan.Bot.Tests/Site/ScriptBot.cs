using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Site;

/// <summary>Says what an attacker has put into a name, an answer or a note.</summary>
internal sealed class ScriptBot : ActivityHandler
{
    public const string Last = "انتهت الرسائل";

    public static readonly string[] Payloads =
    [
        "<script>top.hacked=1</script>",
        "<img src=x onerror=top.hacked=1>",
        "<svg onload=top.hacked=1>",
        "<svg><script>top.hacked=1</script></svg>",
        "<iframe srcdoc='<script>top.hacked=1</script>'></iframe>",
        "<iframe src=javascript:top.hacked=1></iframe>",
        "<body onload=top.hacked=1>",
        "<details open ontoggle=top.hacked=1>",
        "<input autofocus onfocus=top.hacked=1>",
        "<video><source onerror=top.hacked=1></video>",
        "<object data=javascript:top.hacked=1></object>",
        "<a href=javascript:top.hacked=1>اضغط</a>",
        "<style>@import 'javascript:top.hacked=1'</style>",
        "<math><mtext><table><mglyph><style><img src=x onerror=top.hacked=1>",
        "<meta http-equiv=refresh content='0;url=javascript:top.hacked=1'>",
        "<form action=javascript:top.hacked=1><button>اضغط</button></form>",
        "[اضغط](javascript:top.hacked=1)",
        "[اضغط](JaVaScRiPt:top.hacked=1)",
        "[اضغط](data:text/html,<script>top.hacked=1</script>)",
        "[اضغط]( \u0001javascript:top.hacked=1)",
        "![x](x\"onerror=\"top.hacked=1)",
        "`<img src=x onerror=top.hacked=1>`",
        "\"><script>top.hacked=1</script>",
        "'-top.hacked=1-'",
        "${top.hacked=1}",
        "{{constructor.constructor('top.hacked=1')()}}",
        "&lt;script&gt;top.hacked=1&lt;/script&gt;",
        "\u202E<script>top.hacked=1</script>",
    ];

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        foreach (var payload in Payloads)
        {
            await turnContext.SendActivityAsync(MessageFactory.Text(payload), cancellationToken);
            await turnContext.SendActivityAsync(new Activity(ActivityTypes.Message) { Text = payload, TextFormat = "xml" }, cancellationToken);
            await turnContext.SendActivityAsync(
                MessageFactory.SuggestedActions([new CardAction(ActionTypes.OpenUrl, payload, value: "javascript:top.hacked=1")], payload, null, null), cancellationToken);
        }

        await turnContext.SendActivityAsync(MessageFactory.Text(Last), cancellationToken);
    }
}
