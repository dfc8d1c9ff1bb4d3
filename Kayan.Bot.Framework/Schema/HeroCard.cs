namespace Microsoft.Bot.Schema;

/// <summary>A card with a title, a text, pictures and buttons.</summary>
public class HeroCard
{
    /// <summary>The content type of its attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>An empty card.</summary>
    public HeroCard()
    {
    }

    /// <summary>A card by its parts.</summary>
    public HeroCard(
        string title = default,
        string subtitle = default,
        string text = default,
        IList<CardImage> images = default,
        IList<CardAction> buttons = default,
        CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    /// <summary>The title.</summary>
    public string Title { get; set; }

    /// <summary>Below the title.</summary>
    public string Subtitle { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; }

    /// <summary>Pictures.</summary>
    public IList<CardImage> Images { get; set; }

    /// <summary>Buttons.</summary>
    public IList<CardAction> Buttons { get; set; }

    /// <summary>What a tap on the card does.</summary>
    public CardAction Tap { get; set; }
}
