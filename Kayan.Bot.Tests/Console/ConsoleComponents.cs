using System.Globalization;
using Bunit;
using Kayan.Bot.Console;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace Kayan.Bot.Tests.Console;

/// <summary>What the console's components need to be shown alone, in Arabic, at one moment.</summary>
public abstract class ConsoleComponents : BunitContext
{
    /// <summary>Sunday, 22 November 2026, 10:30 in Riyadh.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 11, 22, 7, 30, 0, TimeSpan.Zero);

    protected ConsoleComponents()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        Services.AddScoped<ConsoleTime>();
    }
}
