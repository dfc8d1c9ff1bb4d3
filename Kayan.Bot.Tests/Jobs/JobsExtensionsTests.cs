using Hangfire;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Jobs;

public sealed class JobsExtensionsTests
{
    [Fact]
    public async Task Jobs_WithAnotherHostInTheProcess_RunInTheirOwnHost()
    {
        var folder = Directory.CreateTempSubdirectory("kayan-jobs-");
        try
        {
            await using var one = Build(folder, "one.db");
            await using var other = Build(folder, "other.db");

            Assert.EndsWith("one.db", DatabaseOfAJob(one), StringComparison.Ordinal);
            Assert.EndsWith("other.db", DatabaseOfAJob(other), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication Build(DirectoryInfo folder, string database) =>
        Program.Build(["--environment", "Development", "--contentRoot", folder.FullName, "--ConnectionStrings:Kayan", $"Data Source={database}"]);

    private static string DatabaseOfAJob(WebApplication host)
    {
        using var scope = host.Services.GetRequiredService<JobActivator>().BeginScope((JobActivatorContext)null!);
        return ((KayanDbContext)scope.Resolve(typeof(KayanDbContext))).Database.GetDbConnection().DataSource;
    }
}
