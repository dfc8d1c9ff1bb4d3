namespace Kayan.Bot.Storage;

/// <summary>Where a database stands beside this version of the service.</summary>
/// <param name="Missing">Migrations that it lacks, oldest first.</param>
/// <param name="Unknown">Migrations that a newer version made.</param>
/// <param name="IsBroken">Whether migrations are missing before others that are there, or tables are there without a record.</param>
internal sealed record DatabaseState(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, bool IsBroken)
{
    public bool IsCurrent => Missing.Count == 0 && Unknown.Count == 0 && !IsBroken;

    /// <summary>The state in one line, for the one who installs.</summary>
    public string Line => this switch
    {
        { Unknown: [.., var newest] } => $"The database is newer than this version: it holds {newest}. Start the newer version, or restore the backup from before it.",
        { IsBroken: true } => "The database is half-migrated: its record of migrations has a gap. Restore the backup from before the migration.",
        { Missing: [var next, ..] } => $"The database lacks {Missing.Count} migrations, the first is {next}. Run 'db migrate', or set Storage:MigrateOnStart to true.",
        _ => "The database is at the newest version.",
    };
}
