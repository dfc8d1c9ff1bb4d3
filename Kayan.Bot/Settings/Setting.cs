namespace Kayan.Bot.Settings;

/// <summary>One setting of the service, as an installer needs to know it.</summary>
/// <param name="Name">With colons, for example Twilio:AuthToken.</param>
/// <param name="Meaning">What it does, in sentences.</param>
/// <param name="Default">What holds when it is not set, as a value where there is one, else in words.</param>
internal sealed record Setting(string Name, string Meaning, string Default)
{
    /// <summary>The values that are taken; null: whatever its type takes.</summary>
    public string? Range { get; init; }

    /// <summary>Whether Production does not start without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it belongs in a file that only the service can read.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What deploy/env.example sets it to; null: it stands there as a comment.</summary>
    public string? Proposed { get; init; }

    public string EnvironmentName => Name.Replace(":", "__", StringComparison.Ordinal);
}
