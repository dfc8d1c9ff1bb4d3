using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
#if !MICROSOFT_BOT_FRAMEWORK
using Kayan.Bot.Framework;
#endif

namespace Kayan.Bot.Benchmarks;

/// <summary>
/// What a turn costs: a dialog of four questions (text, choice, confirm, number) in ar-SA, conversation and user state loaded and
/// saved on MemoryStorage, one thread. The last line printed is JSON: processor time in µs and bytes allocated, both a turn.
/// </summary>
internal static class TurnBenchmark
{
    private const int WarmUp = 50_000;
    private const int Measured = 250_000;

    private static readonly string[] Said = ["السلام عليكم", "سارة العتيبي", "2", "نعم", "15"];

    public static async Task<int> RunAsync()
    {
#if !MICROSOFT_BOT_FRAMEWORK
        StateJson.Register(TurnBenchmarkJson.Default);
#endif
        var bot = new FourQuestionsBot();
        var adapter = new SilentAdapter();
        await PlayAsync(bot, adapter, WarmUp);
        await Task.Delay(500); // lets the tiered compiler finish what the warm-up asked for
        await PlayAsync(bot, adapter, WarmUp);

        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        await PlayAsync(bot, adapter, Measured);
        var perTurn = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / Measured;
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Measured;

        System.Console.WriteLine($"{Measured} turns, {adapter.Sent} messages sent, {bot.Finished} conversations finished");
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"cpu_us":{{perTurn:F2}},"bytes":{{allocated}}}"""));
        return bot.Finished > 0 ? 0 : 1;
    }

    private static async Task PlayAsync(FourQuestionsBot bot, SilentAdapter adapter, int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            await adapter.ReceiveAsync(Said[i % Said.Length], bot.OnTurnAsync);
        }
    }

    private sealed class SilentAdapter : BotAdapter
    {
        private static readonly ChannelAccount User = new("+966500000001", role: RoleTypes.User);
        private static readonly ChannelAccount Bot = new("bot", role: RoleTypes.Bot);
        private static readonly ConversationAccount Conversation = new(id: "c1");

        public long Sent { get; private set; }

        public async Task ReceiveAsync(string text, BotCallbackHandler callback)
        {
            var activity = new Activity(ActivityTypes.Message)
            {
                Id = "1",
                Text = text,
                Locale = "ar-SA",
                ChannelId = "sms",
                ServiceUrl = "urn:local",
                From = User,
                Recipient = Bot,
                Conversation = Conversation,
            };
            using var turn = new TurnContext(this, activity);
            await RunPipelineAsync(turn, callback, default);
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(
            ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Sent += activities.Length;
            return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));
        }

        public override Task<ResourceResponse> UpdateActivityAsync(
            ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(
            ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class FourQuestionsBot : IBot
    {
        private readonly ConversationState _conversationState;
        private readonly UserState _userState;
        private readonly IStatePropertyAccessor<DialogState> _dialogState;
        private readonly FourQuestions _dialog;
        private readonly IStatePropertyAccessor<Caller> _caller;

        public FourQuestionsBot()
        {
            var storage = new MemoryStorage();
            _conversationState = new ConversationState(storage);
            _userState = new UserState(storage);
            _dialogState = _conversationState.CreateProperty<DialogState>(nameof(DialogState));
            _caller = _userState.CreateProperty<Caller>(nameof(Caller));
            _dialog = new FourQuestions(_caller);
        }

        public int Finished => _dialog.Finished;

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var caller = await _caller.GetAsync(turnContext, () => new Caller(), cancellationToken);
            caller.Turns++;
            await _dialog.RunAsync(turnContext, _dialogState, cancellationToken);
            await _conversationState.SaveChangesAsync(turnContext, false, cancellationToken);
            await _userState.SaveChangesAsync(turnContext, false, cancellationToken);
        }
    }

    private sealed class FourQuestions : ComponentDialog
    {
        private readonly IStatePropertyAccessor<Caller> _caller;

        public FourQuestions(IStatePropertyAccessor<Caller> caller)
        {
            _caller = caller;
            AddDialog(new WaterfallDialog("steps", [NameStepAsync, KindStepAsync, SureStepAsync, AmountStepAsync, EndStepAsync]));
            AddDialog(new TextPrompt("text"));
            AddDialog(new ChoicePrompt("choice"));
            AddDialog(new ConfirmPrompt("confirm") { ConfirmChoices = Tuple.Create(new Choice("نعم"), new Choice("لا")) });
            AddDialog(new NumberPrompt<int>("number"));
        }

        public int Finished { get; private set; }

        private static PromptOptions Ask(string text) => new()
        {
            Prompt = MessageFactory.Text(text),
            RetryPrompt = MessageFactory.Text("لم أفهم، " + text),
        };

        private static Task<DialogTurnResult> NameStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken) =>
            stepContext.PromptAsync("text", Ask("ما اسمك؟"), cancellationToken);

        private static Task<DialogTurnResult> KindStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["name"] = (string)stepContext.Result;
            var options = Ask("أي خدمة تريد؟");
            options.Choices = ChoiceFactory.ToChoices(["زكاة", "صدقة جارية", "كفالة يتيم", "سقيا ماء", "إفطار صائم"]);
            return stepContext.PromptAsync("choice", options, cancellationToken);
        }

        private static Task<DialogTurnResult> SureStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["kind"] = ((FoundChoice)stepContext.Result).Value;
            return stepContext.PromptAsync("confirm", Ask("هل أنت متأكد؟"), cancellationToken);
        }

        private static Task<DialogTurnResult> AmountStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            stepContext.Values["sure"] = (bool)stepContext.Result;
            return stepContext.PromptAsync("number", Ask("كم المبلغ؟"), cancellationToken);
        }

        private async Task<DialogTurnResult> EndStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            var caller = await _caller.GetAsync(stepContext.Context, () => new Caller(), cancellationToken);
            caller.Name = (string)stepContext.Values["name"];
            caller.Amount = (int)stepContext.Result;
            Finished++;
            await stepContext.Context.SendActivityAsync("شكرًا لك", cancellationToken: cancellationToken);
            return await stepContext.EndDialogAsync(null, cancellationToken);
        }
    }

    internal sealed class Caller
    {
        public string? Name { get; set; }

        public int Amount { get; set; }

        public int Turns { get; set; }
    }
}

[JsonSerializable(typeof(TurnBenchmark.Caller))]
internal sealed partial class TurnBenchmarkJson : JsonSerializerContext;
