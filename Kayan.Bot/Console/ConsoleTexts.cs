namespace Kayan.Bot.Console;

/// <summary>Names the texts of the console: ConsoleTexts.resx (Arabic) and ConsoleTexts.en.resx (English).</summary>
internal sealed class ConsoleTexts;
