using System.Globalization;
using Kayan.Bot.Files;
using Kayan.Bot.Storage;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Console.Reading;

/// <summary>What people sent beside words: where each file stands, and the places that they shared.</summary>
internal sealed class Sent
{
    private readonly Dictionary<Guid, Row> _rows;

    private Sent(Dictionary<Guid, Row> rows) => _rows = rows;

    public static async Task<Sent> ReadAsync(KayanDbContext db, IEnumerable<Activity> messages, CancellationToken cancellationToken)
    {
        var ids = messages.SelectMany(message => message.Attachments ?? []).Select(file => FileEndpoints.IdOf(file.ContentUrl)).OfType<Guid>().ToList();
        return new(ids.Count == 0 ? [] : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id))
            .Select(file => new Row(file.Id, file.Name, file.ContentType, file.State, file.Reason))
            .ToDictionaryAsync(file => file.Id, cancellationToken));
    }

    public List<SentFile>? FilesOf(Activity message) => message.Attachments?.Select(Show).ToList();

    public static SentPlace? PlaceOf(Activity message)
    {
        var place = message.Entities?.FirstOrDefault(entity => entity.Type == "GeoCoordinates");
        return place is not null && Degrees(place, "latitude", 90) is { } latitude && Degrees(place, "longitude", 180) is { } longitude
            ? new(latitude, longitude, Text(place, "name"))
            : null;
    }

    private SentFile Show(Attachment file)
    {
        if (FileEndpoints.IdOf(file.ContentUrl) is not { } id || !_rows.TryGetValue(id, out var row))
        {
            return new(SentFile.KindOf(file.ContentType), file.Name, null);
        }

        return SentFile.Of(id, row.Name.Length > 0 ? row.Name : file.Name, row.ContentType, row.State, row.Reason);
    }

    private static double? Degrees(Entity place, string name, double most) =>
        double.TryParse(Text(place, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees
            : null;

    private static string? Text(Entity place, string name) =>
        place.Properties.TryGetValue(name, out var value) ? string.Create(CultureInfo.InvariantCulture, $"{value}") : null;

    private sealed record Row(Guid Id, string Name, string ContentType, FileState State, FileRefusal? Reason);
}
