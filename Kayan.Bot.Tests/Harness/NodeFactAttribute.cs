namespace Kayan.Bot.Tests.Harness;

/// <summary>A test that runs a Node program; skipped by name where there is no Node.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Prerequisite.SkipWithoutNode;
}
