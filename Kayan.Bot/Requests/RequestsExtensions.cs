using Kayan.Bot.Dialogs.Texts;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Requests;

internal static class RequestsExtensions
{
    /// <summary>Receiving and moving requests, and the office's hours.</summary>
    public static IHostApplicationBuilder AddRequests(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OfficeOptions>().BindConfiguration("Office").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<OfficeOptions>>().Value.Calendar());
        builder.Services.AddSingleton(services => new SpokenDigits(services.GetRequiredService<IOptions<OfficeOptions>>().Value.ArabicDigits));
        builder.Services.AddScoped<PersonFile>().AddScoped<RequestDesk>();
        return builder;
    }
}
