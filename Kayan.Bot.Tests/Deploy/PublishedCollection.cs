namespace Kayan.Bot.Tests.Deploy;

/// <summary>Tests of what is published: one folder for all, and the machine for themselves, as they start the service many times.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublishedCollection : ICollectionFixture<PublishedFolder>
{
    public const string Name = "What is published";
}
