using System.Text.Json.Serialization;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>A message as Twilio's API shows it; only what we read.</summary>
internal sealed record TwilioMessage(
    string? Sid,
    string? To,
    string? From,
    string? Body,
    string? Direction,
    string? DateCreated,
    int? Code);

/// <summary>A page of Twilio's list.</summary>
internal sealed record TwilioPage(IReadOnlyList<TwilioMessage>? Messages, string? NextPageUri);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioPage))]
internal sealed partial class TwilioJson : JsonSerializerContext;
