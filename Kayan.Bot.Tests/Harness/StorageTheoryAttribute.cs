using Kayan.Bot.Storage;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// A test that runs on each kind of database: which is its first argument, together with <see cref="EachStorageAttribute"/>, or the end of
/// its class's name. A kind that the machine has not is shown as skipped, by name and reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Kayan.Bot.Tests.Harness.StorageTheoryDiscoverer", "Kayan.Bot.Tests")]
public sealed class StorageTheoryAttribute : TheoryAttribute;

public sealed class StorageTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        TestStorage.Absent(ClassStorage.Of(testMethod) ?? Enum.Parse<StorageProvider>((string)dataRow[0])) is { } reason
            ? CreateTestCasesForSkippedDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, reason)
            : base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow);
}
