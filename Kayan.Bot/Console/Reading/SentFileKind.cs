namespace Kayan.Bot.Console.Reading;

/// <summary>How a file in a transcript is shown.</summary>
public enum SentFileKind
{
    File,
    Picture,
    Voice,
    Contact,
}
