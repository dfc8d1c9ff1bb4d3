using System.Text.Json;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Observability;

/// <summary>The closed lists of what a label may say. Never an id, a phone number or a text.</summary>
internal static class Labels
{
    /// <summary>The answers that a webhook can give, and whatever else.</summary>
    public static readonly string[] Statuses = ["200", "204", "400", "403", "405", "413", "415", "500", "503", "other"];

    public static readonly string[] Channels = [.. Enum.GetNames<ChannelKind>().Select(name => name.ToLowerInvariant())];

    public static readonly string[] SendOutcomes =
        ["accepted", "retry", "failed", "no_template", "opted_out", "ambiguous", "looping"];

    public static string[] Of<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    public static int Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => 0,
        SendOutcome.Retry => 1,
        SendOutcome.Failed => 2,
        SendOutcome.NoTemplate => 3,
        SendOutcome.OptedOut => 4,
        SendOutcome.Ambiguous => 5,
        SendOutcome.Looping => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static int OfStatus(int status) => status switch
    {
        200 => 0,
        204 => 1,
        400 => 2,
        403 => 3,
        405 => 4,
        413 => 5,
        415 => 6,
        500 => 7,
        503 => 8,
        _ => 9,
    };
}
