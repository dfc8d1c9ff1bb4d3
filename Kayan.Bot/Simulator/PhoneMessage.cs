namespace Kayan.Bot.Simulator;

/// <summary>A bubble on the simulated phone.</summary>
/// <param name="Id">The MessageSid.</param>
/// <param name="Mine">Written on this phone; otherwise by the service.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When.</param>
/// <param name="Status">"sent", "delivered", "read", "undelivered"; "failed" when the service did not take it.</param>
/// <param name="Template">Came as an approved template.</param>
/// <param name="Buttons">What can be tapped.</param>
/// <param name="Menu">What stands on the button that opens the choices, where they are a list.</param>
/// <param name="Code">Twilio's code, where it did not arrive.</param>
internal sealed record PhoneMessage(
    string Id,
    bool Mine,
    string Text,
    DateTimeOffset At,
    string Status,
    bool Template = false,
    IReadOnlyList<PhoneButton>? Buttons = null,
    string? Menu = null,
    int? Code = null);

/// <summary>A button or a row of a list.</summary>
internal sealed record PhoneButton(string Id, string Title);
