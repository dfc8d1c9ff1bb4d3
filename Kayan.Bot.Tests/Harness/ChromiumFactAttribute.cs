namespace Kayan.Bot.Tests.Harness;

/// <summary>A test that opens pages in Chromium; skipped by name where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Prerequisite.SkipWithoutChromium;

    /// <summary>Whether it needs a PostgreSQL server too.</summary>
    public bool PostgreSql
    {
        get;
        set
        {
            field = value;
            Skip ??= value ? Prerequisite.SkipWithoutPostgreSql : null;
        }
    }
}
