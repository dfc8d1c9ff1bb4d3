namespace Kayan.Bot.Console.Reading;

/// <summary>Whose words a line of the transcript holds.</summary>
public enum Voice
{
    Person,
    Bot,
    Worker,

    /// <summary>Something that happened: asked for a human, taken, given back.</summary>
    Event,
}
