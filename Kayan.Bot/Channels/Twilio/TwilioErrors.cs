using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Twilio's error codes, in answers and in status callbacks, and what each means for the message (errors.json). Codes that are not there
/// fail without another try, as Twilio advises.
/// </summary>
internal static class TwilioErrors
{
    public const int TooManyRequests = 20429;
    public const int NoContent = 21619;
    public const int OutOfWindow = 63016;
    public const int NoSender = 21606;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static FrozenDictionary<int, TwilioError> Table { get; } = Read().ToFrozenDictionary(error => error.Code);

    /// <summary>What the code means; null for one that is not in the table.</summary>
    public static TwilioTreatment? Of(int? code) => code is { } known ? Table.GetValueOrDefault(known)?.Treatment : null;

    private static TwilioError[] Read()
    {
        using var stream = typeof(TwilioErrors).Assembly.GetManifestResourceStream("Kayan.Bot.Channels.Twilio.errors.json")!;
        return JsonSerializer.Deserialize<TwilioError[]>(stream, Format)!;
    }
}
