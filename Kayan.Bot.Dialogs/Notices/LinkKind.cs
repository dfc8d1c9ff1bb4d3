namespace Kayan.Bot.Dialogs.Notices;

/// <summary>What a short link leads to. Stored by name.</summary>
public enum LinkKind
{
    /// <summary>The rating of a stage.</summary>
    Rating,

    /// <summary>The way to the state of a request, which is told after a check.</summary>
    Status,

    /// <summary>The end of our messages.</summary>
    Stop,
}
