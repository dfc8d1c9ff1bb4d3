using MudBlazor;

namespace Kayan.Bot.Console;

/// <summary>Colours with a contrast of at least 4.5 on their ground, and a type that carries Arabic well.</summary>
internal static class ConsoleTheme
{
    private static readonly string[] Fonts =
        ["IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", "Tahoma", "Noto Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0f5f5c",
            PrimaryContrastText = "#ffffff",
            Secondary = "#8a4b12",
            Tertiary = "#33507a",
            AppbarBackground = "#0f5f5c",
            AppbarText = "#ffffff",
            Background = "#f5f6f3",
            Surface = "#ffffff",
            TextPrimary = "#1c2726",
            TextSecondary = "#4a5957",
            Error = "#b3261e",
            Warning = "#8a4b12",
            Success = "#1f6b3a",
            Info = "#33507a",
            LinesDefault = "#d8ddd9",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.65", LetterSpacing = "0" },
            Button = new ButtonTypography
            {
                FontFamily = Fonts,
                FontSize = "1rem",
                FontWeight = "600",
                TextTransform = "none",
                LetterSpacing = "0",
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", AppbarHeight = "60px" },
    };
}
