using Kayan.Bot.CaseFile;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kayan.Bot.Tests.Dialogs;

/// <summary>One person's conversation with the bot over TestAdapter: a scope a turn, as in the service, and only the stored state in between.</summary>
internal sealed class Talking : IAsyncDisposable
{
    private readonly TestAdapter _adapter = new();
    private readonly ServiceProvider _services;

    public Talking(World? world = null)
    {
        World = world ?? new World();
        World.Clock = Clock;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(Storage);
        services.AddSingleton<IFaq, KnownQuestions>();
        services.AddSingleton<ICaseFile>(World).AddSingleton<IConsents>(World).AddSingleton<IFollowUps>(World);
        services.AddSingleton<IHandoffs>(World).AddSingleton<ILinks>(World).AddSingleton<IRatings>(World).AddSingleton<IVerification>(World).AddSingleton<IDocuments>(World);
        services.AddSingleton(_ => new Reach(SmsCanAnswer, "https://kayan.example"));
        services.AddSingleton(new EmergencyNumbers("911", "1919", "116111"));
        services.AddConversation();
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>What is left between turns, as JSON: the service's own storage.</summary>
    public IStorage Storage { get; } = new TurnState();

    public World World { get; }

    /// <summary>Sunday, 10:00 in Riyadh.</summary>
    public FakeTimeProvider Clock { get; } = new(World.At("2026-11-22 10:00"));

    public ChannelKind Channel { get; set; } = ChannelKind.WhatsApp;

    public bool SmsCanAnswer { get; set; } = true;

    public long? PersonId { get; set; } = 1;

    /// <summary>The id of somebody who does not show their number.</summary>
    public string? WhatsAppUserId { get; set; }

    public string Language { get; private set; } = "ar";

    /// <summary>The class that the last turn set for what it said.</summary>
    public MessageClass? Class { get; private set; }

    public Task<IReadOnlyList<Activity>> SayAsync(string text) => SendAsync(new Activity(ActivityTypes.Message) { Text = text });

    public Task<IReadOnlyList<Activity>> EventAsync(string name, object? value = null) =>
        SendAsync(new Activity(ActivityTypes.Event) { Name = name, Value = value });

    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity)
    {
        await using var scope = _services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentConversation>();
        (current.Id, current.Channel, current.Language, current.Handoff) = (7, Channel, Language, World.Handoff);
        current.WhatsAppUserId = WhatsAppUserId;
        current.PersonId = Channel == ChannelKind.WebChat ? null : PersonId;
        activity.ChannelId = Channel == ChannelKind.WebChat ? "webchat" : Channel == ChannelKind.Sms ? "sms" : "whatsapp";
        activity.Locale = Language == "en" ? "en-US" : "ar-SA";
        _adapter.Conversation.ChannelId = activity.ChannelId;
        await _adapter.ProcessActivityAsync(activity, scope.ServiceProvider.GetRequiredService<IBot>().OnTurnAsync);
        (Language, Class) = (current.Language, current.MessageClass);
        List<Activity> replies = [];
        while (_adapter.GetNextReply() is Activity reply)
        {
            replies.Add(reply);
        }

        return replies;
    }

    /// <summary>The conversation's state is lost.</summary>
    public void Forget() => ((TurnState)Storage).Load(null);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
