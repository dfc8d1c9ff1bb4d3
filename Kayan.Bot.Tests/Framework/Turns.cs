using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Kayan.Bot.Tests.Framework;

/// <summary>Plays a conversation with one dialog the way a bot does: load, run, save both states.</summary>
internal sealed class Turns
{
    private readonly Dialog _dialog;
    private readonly ConversationState _conversationState;
    private readonly UserState _userState;
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    public Turns(Dialog dialog, IStorage? storage = null, string channelId = "test", string locale = "ar-SA")
    {
        _dialog = dialog;
        var kept = storage ?? new MemoryStorage();
        _conversationState = new ConversationState(kept);
        _userState = new UserState(kept);
        _dialogState = _conversationState.CreateProperty<DialogState>(nameof(DialogState));
        Adapter = new TestAdapter(channelId) { Locale = locale };
    }

    public TestAdapter Adapter { get; }

    public UserState UserState => _userState;

    public Func<ITurnContext, Task>? BeforeDialog { get; set; }

    public async Task<string?> Say(string text)
    {
        await Adapter.SendTextToBotAsync(text, OnTurnAsync, default);
        return Read();
    }

    public async Task<string?> Receive(Activity activity)
    {
        await Adapter.ProcessActivityAsync(activity, OnTurnAsync);
        return Read();
    }

    public Activity? ReadActivity() => (Activity?)Adapter.GetNextReply();

    /// <summary>All replies of the turn, joined by " | "; null when the bot stayed silent.</summary>
    public string? Read()
    {
        var texts = new List<string?>();
        while (ReadActivity() is { } reply)
        {
            texts.Add(reply.Text);
        }

        return texts.Count == 0 ? null : string.Join(" | ", texts);
    }

    private async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (BeforeDialog is not null)
        {
            await BeforeDialog(turnContext);
        }

        await _dialog.RunAsync(turnContext, _dialogState, cancellationToken);
        await _conversationState.SaveChangesAsync(turnContext, false, cancellationToken);
        await _userState.SaveChangesAsync(turnContext, false, cancellationToken);
    }
}
