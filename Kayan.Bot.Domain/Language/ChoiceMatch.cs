namespace Kayan.Bot.Domain.Language;

/// <summary>Which of the offered choices an answer means.</summary>
/// <param name="Index">The choice, counted from 0; -1 when none, or when more than one fits.</param>
/// <param name="Candidates">All that fit, when more than one does; else empty.</param>
public sealed record ChoiceMatch(int Index, IReadOnlyList<int> Candidates)
{
    /// <summary>No choice fits.</summary>
    public static ChoiceMatch None { get; } = new(-1, []);

    /// <summary>True when exactly one choice fits.</summary>
    public bool Found => Index >= 0;

    /// <summary>True when several choices fit: ask which of them.</summary>
    public bool IsAmbiguous => Candidates.Count > 1;
}
