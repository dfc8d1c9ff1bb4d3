namespace Kayan.Bot.Seed;

/// <summary>An invented member of staff.</summary>
internal sealed record DemoStaff(string Email, string DisplayName, string Role);
