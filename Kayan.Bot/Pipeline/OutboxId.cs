namespace Kayan.Bot.Pipeline;

/// <summary>The outbox id in the form in which the database holds it.</summary>
internal static class OutboxId
{
    public static string Text(Guid id) => id.ToString("D").ToUpperInvariant();
}
