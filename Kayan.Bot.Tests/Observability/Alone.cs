namespace Kayan.Bot.Tests.Observability;

/// <summary>Tests of what the whole process counts, traces or logs: no other service may run in it meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone in the process";
}
