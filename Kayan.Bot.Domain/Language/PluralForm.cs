namespace Kayan.Bot.Domain.Language;

/// <summary>The six plural forms of Arabic.</summary>
public enum PluralForm
{
    /// <summary>None: 0.</summary>
    Zero,

    /// <summary>One: يوم.</summary>
    One,

    /// <summary>Two: يومان.</summary>
    Two,

    /// <summary>3–10 in the last two digits: 3 أيام.</summary>
    Few,

    /// <summary>11–99 in the last two digits: 11 يومًا.</summary>
    Many,

    /// <summary>All others: 100 يوم.</summary>
    Other,
}
