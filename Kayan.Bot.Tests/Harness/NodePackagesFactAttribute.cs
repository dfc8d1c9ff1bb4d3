namespace Kayan.Bot.Tests.Harness;

/// <summary>A test that asks an npm package for its opinion; skipped by name where the packages are not restored.</summary>
public sealed class NodePackagesFactAttribute : FactAttribute
{
    public NodePackagesFactAttribute() => Skip = Prerequisite.SkipWithoutNodePackages;
}
