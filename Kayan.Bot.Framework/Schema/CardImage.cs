namespace Microsoft.Bot.Schema;

/// <summary>A picture on a card.</summary>
public class CardImage
{
    /// <summary>An empty picture.</summary>
    public CardImage()
    {
    }

    /// <summary>A picture by its address.</summary>
    public CardImage(string url = default, string alt = default, CardAction tap = default)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    /// <summary>Its address.</summary>
    public string Url { get; set; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Alt { get; set; }

    /// <summary>What a tap does.</summary>
    public CardAction Tap { get; set; }
}
