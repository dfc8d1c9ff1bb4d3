using System.Reflection;
using Kayan.Bot.Storage;
using Xunit.Sdk;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A row for each kind of database, by name; where <see cref="Shared"/> is set, only those that take several processes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachStorageAttribute(params object[] rest) : DataAttribute
{
    public bool Shared { get; init; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<StorageProvider>()
        .Where(provider => !Shared || provider != StorageProvider.Sqlite)
        .Select(provider => (object[])[provider.ToString(), .. rest]);
}
