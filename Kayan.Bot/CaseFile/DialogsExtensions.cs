using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Consent;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Dialogs.Faq;
using Kayan.Bot.Dialogs.Handoff;
using Kayan.Bot.Dialogs.Menu;
using Kayan.Bot.Dialogs.Notices;
using Kayan.Bot.Dialogs.Prompts;
using Kayan.Bot.Dialogs.Ratings;
using Kayan.Bot.Dialogs.Status;
using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.FollowUps;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.CaseFile;

/// <summary>The conversation and what it knows of the case file.</summary>
internal static class DialogsExtensions
{
    public static IHostApplicationBuilder AddDialogs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddConversation();
        builder.Services.AddOptions<VerificationOptions>().BindConfiguration(VerificationOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<EmergencyOptions>().BindConfiguration(EmergencyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => NumbersOf(services.GetRequiredService<IOptions<EmergencyOptions>>().Value));
        builder.Services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section);
        builder.Services.AddSingleton(services => ReachOf(
            services.GetRequiredService<IOptions<TwilioOptions>>().Value, services.GetRequiredService<IOptions<SmsOptions>>().Value));
        builder.Services.AddScoped<CodeSender>();
        builder.Services.AddScoped<ICaseFile, RequestFile>();
        builder.Services.AddScoped<IConsents, ConsentFile>();
        builder.Services.AddScoped<IDocuments, DocumentFile>();
        builder.Services.AddScoped<IFollowUps, FollowUpFile>();
        builder.Services.AddScoped<IHandoffs, HandoffFile>();
        builder.Services.AddScoped<ILinks, LinkFile>();
        builder.Services.AddScoped<IRatings, RatingFile>();
        builder.Services.AddScoped<IVerification, CodeVerification>();
        return builder;
    }

    private static EmergencyNumbers NumbersOf(EmergencyOptions emergency) => new(emergency.General, emergency.Violence, emergency.Child);

    private static Reach ReachOf(TwilioOptions twilio, SmsOptions sms) => new(sms.CanReceive, twilio.PublicBaseUrl.TrimEnd('/'));

    /// <summary>The bot and its dialogs, without the ports.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WorkingCalendar.Default);
        services.TryAddSingleton(new SpokenDigits(ArabicIndic: false));
        services.TryAddScoped<CurrentConversation>();
        services.AddScoped<IBot, KayanBot>().AddScoped<ConversationState>().AddScoped<Talk>();
        services.AddScoped<Phrases>().AddScoped<DatePhrases>().AddScoped<Replies>();
        services.AddScoped<Patience>().AddScoped<CodeValidator>().AddScoped<KayanPrompts>();
        services.AddScoped<MainDialog>().AddScoped<MainDialogParts>().AddScoped<Understanding>();
        services.AddScoped<MenuDialog>();
        services.AddScoped<ConsentDialog>().AddScoped<StopDialog>().AddScoped<Welcome>().AddScoped<Subscription>();
        services.AddScoped<FaqChoiceDialog>().AddScoped<FaqAnswer>();
        services.AddScoped<OfferHumanDialog>().AddScoped<WaitingList>();
        services.AddScoped<StatusDialog>().AddScoped<StatusSentence>().AddScoped<VerificationDialog>();
        services.AddScoped<PaperDialog>().AddScoped<PaperDesk>();
        services.AddScoped<RateDialog>().AddScoped<RatingDialog>().AddScoped<WhichRatingDialog>().AddScoped<LateRatings>().AddScoped<NoticeDesk>();
        return services;
    }
}
