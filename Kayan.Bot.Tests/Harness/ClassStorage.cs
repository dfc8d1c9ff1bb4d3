using Kayan.Bot.Storage;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Harness;

/// <summary>The kind of database that the end of a test class's name tells.</summary>
internal static class ClassStorage
{
    public static bool IsNamed(ITestMethod method) =>
        Enum.GetNames<StorageProvider>().Any(name => method.TestClass.Class.Name.EndsWith($"On{name}", StringComparison.Ordinal));

    public static string? Absent(ITestMethod method) => Enum.GetValues<StorageProvider>()
        .Where(provider => method.TestClass.Class.Name.EndsWith($"On{provider}", StringComparison.Ordinal))
        .Select(TestStorage.Absent).FirstOrDefault();
}
