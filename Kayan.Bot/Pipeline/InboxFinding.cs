namespace Kayan.Bot.Pipeline;

/// <summary>What a message finds when it comes in.</summary>
/// <param name="Known">It was brought before.</param>
/// <param name="ByAddress">The conversation of its address.</param>
/// <param name="UserIdOfAddress">WhatsApp's id of the person there, as far as it was told.</param>
/// <param name="ByUserId">The conversation of WhatsApp's id of the person.</param>
/// <param name="AddressOfUserId">The address there.</param>
internal readonly record struct InboxFinding(
    InboxReceipt? Known, long? ByAddress, string? UserIdOfAddress, long? ByUserId, string? AddressOfUserId);
