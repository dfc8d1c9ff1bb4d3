namespace Kayan.Bot.Observability;

/// <summary>What the provider brings.</summary>
internal enum WebhookKind
{
    /// <summary>A message of a person.</summary>
    Message,

    /// <summary>A report on a message of ours.</summary>
    Status,
}
