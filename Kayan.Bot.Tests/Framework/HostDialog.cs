using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

/// <summary>Runs steps of a test, with a dialog that they can begin.</summary>
internal sealed class HostDialog : ComponentDialog
{
    public HostDialog(Dialog inner, params WaterfallStep[] steps)
    {
        AddDialog(new WaterfallDialog("host-steps", steps));
        AddDialog(inner);
    }
}
