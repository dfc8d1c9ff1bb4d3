using Kayan.Bot.Storage;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The kind of database that the end of a test class's name tells.</summary>
internal static class ClassStorage
{
    /// <summary>Null where it tells none.</summary>
    public static StorageProvider? Of(ITestMethod method)
    {
        var named = Enum.GetValues<StorageProvider>().Where(provider => method.TestClass.Class.Name.EndsWith($"On{provider}", StringComparison.Ordinal));
        return named.Any() ? named.Single() : null;
    }
}
