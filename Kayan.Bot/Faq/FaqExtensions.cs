using Kayan.Bot.Dialogs.Faq;

namespace Kayan.Bot.Faq;

internal static class FaqExtensions
{
    /// <summary>The questions and answers: learnt in the background, changed by the staff.</summary>
    public static IHostApplicationBuilder AddFaq(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FaqLibrary>().AddSingleton<IFaq>(services => services.GetRequiredService<FaqLibrary>());
        builder.Services.AddSingleton<FaqLearning>().AddHostedService(services => services.GetRequiredService<FaqLearning>());
        builder.Services.AddScoped<FaqDesk>();
        return builder;
    }
}
