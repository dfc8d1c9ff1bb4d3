using System.Data.Common;
using Npgsql;

namespace Kayan.Bot.Tests.Storage;

/// <summary>A statement as it was sent, and what PostgreSQL calls the types of its values.</summary>
internal sealed record SentStatement(string Sql, IReadOnlyDictionary<string, string> Types)
{
    public static SentStatement Of(DbCommand command) => new(
        command.CommandText,
        command.Parameters.OfType<NpgsqlParameter>().ToDictionary(parameter => "@" + parameter.ParameterName.TrimStart('@'), TypeOf, StringComparer.Ordinal));

    /// <summary>Entity Framework sends several changes at once.</summary>
    public IEnumerable<SentStatement> Each() =>
        Sql.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(sql => this with { Sql = sql.TrimEnd(';') });

    private static string TypeOf(NpgsqlParameter parameter) => parameter.DataTypeName ?? parameter.Value switch
    {
        long => "bigint",
        int => "integer",
        bool => "boolean",
        string => "text",
        Guid => "uuid",
        DateTimeOffset => "timestamp with time zone",
        byte[] => "bytea",
        _ => "unknown",
    };
}
