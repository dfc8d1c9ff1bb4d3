using System.Globalization;

namespace Kayan.Bot.Console.Reading;

/// <summary>A place that a person shared.</summary>
/// <param name="Latitude">In degrees.</param>
/// <param name="Longitude">In degrees.</param>
/// <param name="Name">As the sender's phone names it.</param>
public sealed record SentPlace(double Latitude, double Longitude, string? Name)
{
    /// <summary>"24.7136, 46.6753".</summary>
    public string Coordinates => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######}, {Longitude:0.######}");

    /// <summary>The place on a map.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture, $"https://www.google.com/maps/search/?api=1&query={Latitude:0.######},{Longitude:0.######}");
}
