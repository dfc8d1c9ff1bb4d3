namespace Kayan.Bot.Settings;

/// <summary>The settings of one options class.</summary>
/// <param name="Name">The section of the configuration, for example Twilio.</param>
/// <param name="Meaning">What they are about.</param>
/// <param name="Settings">In the order of the class.</param>
internal sealed record SettingsSection(string Name, string Meaning, IReadOnlyList<Setting> Settings);
