using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Storage;

/// <summary>How PostgreSQL goes about a statement where the tables are large: small ones it reads as a whole, so that is forbidden to it.</summary>
internal static partial class PostgreSqlPlans
{
    /// <summary>The steps that read a whole table although they could not do otherwise.</summary>
    public static List<string> Scans(DatabaseProvider provider, IEnumerable<SentStatement> statements)
    {
        using var connection = provider.Open();
        connection.Execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan");
        var partial = connection.Rows("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '% WHERE %'").ToHashSet();
        var number = 0;
        return statements.SelectMany(statement => Scans(connection, statement, $"q{++number}", partial)).ToList();
    }

    private static List<string> Scans(DbConnection connection, SentStatement statement, string name, HashSet<string> partial)
    {
        var sql = statement.Sql;
        var parameters = Parameter().Matches(sql).Select(match => match.Value).Distinct().ToList();
        var types = parameters.Count == 0 ? "" : $"({string.Join(", ", parameters.Select(parameter => statement.Types[parameter]))})";
        connection.Execute($"PREPARE {name} {types} AS {Parameter().Replace(sql, match => $"${parameters.IndexOf(match.Value) + 1}")}");
        var values = parameters.Count == 0 ? "" : $"({string.Join(", ", parameters.Select(_ => "NULL"))})";
        var plan = connection.Rows($"EXPLAIN (FORMAT JSON) EXECUTE {name}{values}").Single();
        using var document = JsonDocument.Parse(plan);
        var found = new List<string>();
        Walk(document.RootElement[0].GetProperty("Plan"), false, partial, found);
        return found.ConvertAll(step => $"{step}: {sql}");
    }

    private static void Walk(JsonElement node, bool isLimited, HashSet<string> partial, List<string> found)
    {
        var kind = Text(node, "Node Type");
        var isRead = kind.EndsWith("Scan", StringComparison.Ordinal) && node.TryGetProperty("Relation Name", out _);
        if (isRead && !QueryPlanTests.SmallTables.Contains(Text(node, "Relation Name"), StringComparer.OrdinalIgnoreCase) && kind != "Bitmap Heap Scan")
        {
            var isWhole = kind == "Seq Scan" || (!node.TryGetProperty("Index Cond", out _) && !isLimited && !partial.Contains(Text(node, "Index Name")));
            if (isWhole)
            {
                found.Add($"{kind} of {Text(node, "Relation Name")} {Text(node, "Index Name")}");
            }
        }

        var limits = isLimited || kind == "Limit";
        if (node.TryGetProperty("Plans", out var plans))
        {
            foreach (var child in plans.EnumerateArray())
            {
                Walk(child, limits && kind is not ("Sort" or "Hash" or "Aggregate"), partial, found);
            }
        }
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Parameter();
}
