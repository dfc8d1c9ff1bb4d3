using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Pipeline;

/// <summary>What the provider says of a message that it took.</summary>
/// <param name="OutboxId">Ours.</param>
/// <param name="Sid">The provider's id.</param>
/// <param name="Status">Where it is.</param>
/// <param name="ErrorCode">The provider's code, where it failed.</param>
/// <param name="Reason">What the code means for us.</param>
internal sealed record DeliveryReport(Guid OutboxId, string Sid, DeliveryStatus Status, int? ErrorCode, RefusalReason Reason);
