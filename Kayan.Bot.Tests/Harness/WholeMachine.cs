namespace Kayan.Bot.Tests.Harness;

/// <summary>Tests that need the machine for themselves (processes under load, several browsers): they run after the others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeMachine
{
    public const string Name = "The whole machine";
}
