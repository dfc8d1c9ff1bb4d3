using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Tests.Storage;

/// <summary>How SQLite goes about a statement.</summary>
internal static partial class SqlitePlans
{
    /// <summary>The steps that read a whole table.</summary>
    public static List<string> Scans(string file, IEnumerable<string> statements)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        return statements.SelectMany(sql => Scans(connection, sql)).ToList();
    }

    private static List<string> Scans(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, 1);
        }

        List<string> plan = [];
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            plan.Add(row.GetString(3));
        }

        var firstOfAnIndex = sql.Contains("LIMIT", StringComparison.Ordinal) && !plan.Contains("USE TEMP B-TREE FOR ORDER BY");
        return plan
            .Where(step => Scan().Match(step) is { Success: true } scan && IsWholeTable(connection, sql, scan)
                && !(firstOfAnIndex && scan.Groups["index"].Success))
            .Select(step => $"{step}: {sql}")
            .ToList();
    }

    // What a sub-query gave, the staff, and the rows of a partial index are few: only what is still to be done stands there.
    private static bool IsWholeTable(SqliteConnection connection, string sql, Match scan)
    {
        var (source, index) = (scan.Groups["source"].Value, scan.Groups["index"].Value);
        if (source is "CONSTANT" or "One" || sql.Contains($") AS \"{source}\"", StringComparison.Ordinal)
            || QueryPlanTests.SmallTables.Any(table => source == table || sql.Contains($"\"{table}\" AS \"{source}\"", StringComparison.Ordinal)))
        {
            return false;
        }

        using var partial = connection.CreateCommand();
        partial.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND name = @index AND sql LIKE '% WHERE %'";
        partial.Parameters.AddWithValue("@index", index);
        return (long)partial.ExecuteScalar()! == 0;
    }

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (?<source>\w+)( USING (COVERING )?INDEX (?<index>\w+))?")]
    private static partial Regex Scan();
}
