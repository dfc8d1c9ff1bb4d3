namespace Kayan.Bot.Tests.Harness;

/// <summary>A message that the fake took.</summary>
/// <param name="Sid">The fake's id of it.</param>
/// <param name="OutboxId">The last segment of the status callback's path.</param>
/// <param name="To">As sent, for example "whatsapp:+966500000001".</param>
/// <param name="From">The sender; null when only a messaging service was named.</param>
/// <param name="Body">The text; for a template the variables as sent.</param>
/// <param name="ContentSid">The template, if it is one.</param>
/// <param name="StatusCallback">Where its states are posted.</param>
/// <param name="CreatedAt">When it was taken.</param>
public sealed record FakeTwilioMessage(
    string Sid,
    string? OutboxId,
    string To,
    string? From,
    string Body,
    string? ContentSid,
    string? StatusCallback,
    DateTimeOffset CreatedAt);
