using System.Globalization;
using System.Text.Json;
using Kayan.Bot.Channels;
using Kayan.Bot.Domain.People;

namespace Kayan.Bot.Observability;

/// <summary>The closed lists of what a label may say. Never an id, a phone number or a text.</summary>
internal static class Labels
{
    private static readonly int[] Answers = [200, 204, 400, 403, 405, 413, 415, 500, 503];

    /// <summary>The answers that a webhook can give, and whatever else.</summary>
    public static readonly string[] Statuses = [.. Answers.Select(answer => answer.ToString(CultureInfo.InvariantCulture)), "other"];

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

    public static int OfStatus(int status) => Array.IndexOf(Answers, status) is >= 0 and var known ? known : Answers.Length;
}
