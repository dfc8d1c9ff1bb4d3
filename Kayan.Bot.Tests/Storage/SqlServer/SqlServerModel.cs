using System.Text.RegularExpressions;
using Kayan.Bot.Storage;
using Kayan.Bot.Storage.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kayan.Bot.Tests.Storage.SqlServer;

/// <summary>
/// What the migration script makes, as SQL Server's own tools understand it. Statements can be held against it: names that are not there,
/// wrong syntax and keys that do not fit are found without a server.
/// </summary>
internal sealed partial class SqlServerModel : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql150, new TSqlModelOptions());
    private int _procedures;

    public SqlServerModel()
    {
        using var db = CreateContext();
        Script = db.GetService<IMigrator>().GenerateScript();
        using var reader = new StringReader(Script);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        SyntaxErrors = [.. errors.Select(error => $"{error.Line}: {error.Message}")];
        foreach (var statement in script.Batches.SelectMany(batch => batch.Statements).Where(statement => statement is CreateTableStatement or CreateIndexStatement))
        {
            _model.AddObjects(Script.Substring(statement.StartOffset, statement.FragmentLength));
        }
    }

    /// <summary>Where the script is not SQL Server's language.</summary>
    public IReadOnlyList<string> SyntaxErrors { get; }

    /// <summary>The tables that the script makes.</summary>
    public IEnumerable<string> Tables => _model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table).Select(table => table.Name.Parts[^1]);

    /// <summary>From an empty database to the newest version.</summary>
    public string Script { get; }

    public static SqlServerProvider Provider { get; } = new() { ConnectionString = "Server=nowhere;Database=kayan" };

    public static KayanDbContext CreateContext() => Provider.CreateContext();

    /// <summary>Adds a statement, as the body of a procedure with the parameters that it names.</summary>
    public void Add(string statement)
    {
        var declared = Declared().Matches(statement).Select(match => match.Groups["name"].Value);
        var names = Parameter().Matches(statement).Select(match => match.Value).Except(declared, StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var parameters = string.Join(", ", names.Select(name => $"{name} nvarchar(4000)"));
        _model.AddObjects($"CREATE PROCEDURE [dbo].[p{++_procedures}] {parameters} AS BEGIN {statement}\nEND");
    }

    /// <summary>What does not fit.</summary>
    public IReadOnlyList<string> Problems() => _model.Validate().Select(message => $"{message.Number}: {message.Message}").Distinct().ToList();

    public void Dispose() => _model.Dispose();

    [GeneratedRegex(@"(?<!@)@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"DECLARE (?<name>@\w+)")]
    private static partial Regex Declared();
}
