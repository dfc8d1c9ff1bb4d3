using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kayan.Bot.Console.Reading;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Handoffs;
using Kayan.Bot.Seed;
using Kayan.Bot.Storage;
using Kayan.Bot.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kayan.Bot.Tests.Storage;

/// <summary>What the service asks of the database while it serves stays fast however much is in there.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    private readonly ITestOutputHelper _output;
    private readonly KayanHost _host = new();
    private readonly EntityFrameworkSql _queries;
    private FakeTwilio _twilio = null!;

    public QueryPlanTests(ITestOutputHelper output) => (_output, _queries) = (output, new EntityFrameworkSql(_host.DatabaseFile));

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        await _host
            .With("Seed:Demo", "true")
            .With("Pipeline:AmbiguousGrace", "00:00:00.2")
            .With(_twilio)
            .With(services => services.AddSingleton<TimeProvider>(new OfficeClock()))
            .StartAsync();
    }

    public async Task DisposeAsync()
    {
        _queries.Dispose();
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task NoStatementOfTheService_ReadsAWholeTableThatGrows()
    {
        using (DiagnosticListener.AllListeners.Subscribe(_queries))
        {
            await ServeAsync();
            await ShowAsync();
        }

        var statements = await _host.Services.GetRequiredService<WriteQueue>().RunAsync(batch => batch.Statements.ToList(), default);
        Assert.Contains(statements, sql => sql.Contains("NOT EXISTS", StringComparison.Ordinal));
        var scans = statements.Concat(_queries.Seen).Where(sql => Reads().IsMatch(sql)).Distinct().SelectMany(Scans).ToList();
        scans.ForEach(_output.WriteLine);
        Assert.Empty(scans);
    }

    private async Task ServeAsync()
    {
        var person = DemoData.People[0];
        var phone = _twilio.Phone(_host, person.Phone);
        await phone.WhatsAppAsync("السلام عليكم");
        await phone.WhatsAppAsync("نعم");
        await phone.WhatsAppAsync("وين وصل طلبي");
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains($"{person.RequestNumber}", StringComparison.Ordinal));
        using var move = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, $"/api/v1/requests/{person.RequestNumber}/stage"))
        {
            Content = JsonContent.Create(new { to = "Approved", reason = "اكتملت الدراسة" }),
        };
        move.Headers.Add("X-Api-Key", DemoData.ApiKey);
        using var answer = await _host.Client.SendAsync(move);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains("التقييم حق لك", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        await phone.WhatsAppAsync("٥");
        await phone.WhatsAppAsync("ابي اكلم موظفة");
        await _twilio.Ledger.WaitAsync(m => m.Body.Contains("قائمة الانتظار", StringComparison.Ordinal));
        await phone.WhatsAppAsync("توقف");
        await Task.Delay(500); // the sender's and the reconciler's next look
    }

    private async Task ShowAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var waiting = scope.ServiceProvider.GetRequiredService<WaitingList>();
        var row = Assert.Single(await waiting.WaitingAsync(default));
        Assert.Empty(await waiting.OwnedByAsync(1, default));
        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<ConversationReader>().ReadAsync(row.ConversationId, 200, default));
        var requests = scope.ServiceProvider.GetRequiredService<RequestReader>();
        Assert.NotEmpty(await requests.ListAsync(new RequestFilter(), RequestReader.Page, default));
        Assert.NotEmpty(await requests.ListAsync(new RequestFilter { Stage = RequestStage.Approved }, RequestReader.Page, default));
        Assert.NotNull(await requests.ReadAsync($"{DemoData.People[0].RequestNumber}", default));
    }

    private List<string> Scans(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_host.DatabaseFile};Mode=ReadOnly");
        connection.Open();
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
        if (source == "CONSTANT" || sql.Contains($"\"AspNetUsers\" AS \"{source}\"", StringComparison.Ordinal) || sql.Contains($") AS \"{source}\"", StringComparison.Ordinal))
        {
            return false;
        }

        using var partial = connection.CreateCommand();
        partial.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND name = @index AND sql LIKE '% WHERE %'";
        partial.Parameters.AddWithValue("@index", index);
        return (long)partial.ExecuteScalar()! == 0;
    }

    [GeneratedRegex("^(SELECT|UPDATE|DELETE|INSERT)")]
    private static partial Regex Reads();

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (?<source>\w+)( USING (COVERING )?INDEX (?<index>\w+))?")]
    private static partial Regex Scan();

    /// <summary>The SQL that Entity Framework sends to one database.</summary>
    private sealed class EntityFrameworkSql(string databaseFile) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentDictionary<string, bool> _seen = new();
        private readonly List<IDisposable> _subscriptions = [];

        public IEnumerable<string> Seen => _seen.Keys;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData executing && executing.Command.Connection?.DataSource == databaseFile)
            {
                _seen[executing.Command.CommandText] = true;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
