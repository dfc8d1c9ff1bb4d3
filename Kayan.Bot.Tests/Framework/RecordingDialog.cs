using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Tests.Framework;

internal sealed class RecordingDialog(string id, List<string> events) : Dialog(id)
{
    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Note("begins");

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        Note($"resumes {reason} {result}");

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Note("asks again");

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Note($"ends {reason}");

    private Task<DialogTurnResult> Note(string what)
    {
        events.Add($"{Id} {what}");
        return Task.FromResult(EndOfTurn);
    }
}
