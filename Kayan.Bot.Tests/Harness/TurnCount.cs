namespace Kayan.Bot.Tests.Harness;

/// <summary>The state that the echo bot keeps.</summary>
internal sealed class TurnCount
{
    public int Value { get; set; }
}
