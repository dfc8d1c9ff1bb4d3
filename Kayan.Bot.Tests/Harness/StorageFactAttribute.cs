using Xunit.Abstractions;
using Xunit.Sdk;

namespace Kayan.Bot.Tests.Harness;

/// <summary>
/// A test of a class that is there once for each kind of database, by the end of its name: <c>OnSqlite</c>, <c>OnPostgreSql</c>,
/// <c>OnSqlServer</c>. A kind that the machine has not is shown as skipped, by name and reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Kayan.Bot.Tests.Harness.StorageFactDiscoverer", "Kayan.Bot.Tests")]
public sealed class StorageFactAttribute : FactAttribute;

public sealed class StorageFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        TestStorage.Absent(ClassStorage.Of(testMethod)!.Value) is { } reason
            ? new XunitSkippedDataRowTestCase(
                DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, reason)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
