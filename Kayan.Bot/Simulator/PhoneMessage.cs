namespace Kayan.Bot.Simulator;

/// <summary>A bubble on the simulated phone.</summary>
/// <param name="Id">The MessageSid.</param>
/// <param name="Mine">Written on this phone; otherwise by the service.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When.</param>
/// <param name="Status">"sent", "delivered", "read"; "failed" when the service did not take it.</param>
/// <param name="Template">Came as an approved template.</param>
internal sealed record PhoneMessage(string Id, bool Mine, string Text, DateTimeOffset At, string Status, bool Template);
