namespace Kayan.Bot.Domain.Handoffs;

/// <summary>How soon a human is needed.</summary>
public enum Urgency
{
    /// <summary>In its turn.</summary>
    Normal,

    /// <summary>Before the others.</summary>
    High,
}
