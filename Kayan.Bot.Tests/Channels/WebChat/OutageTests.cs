using System.Net;
using Microsoft.Data.Sqlite;

namespace Kayan.Bot.Tests.Channels.WebChat;

public sealed class OutageTests
{
    [Fact]
    public async Task Poll_WithoutItsTables_SaysNothingNewAndKeepsTheWatermark()
    {
        await using var host = await WebChatHost.Create().StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        await using (var connection = new SqliteConnection($"Data Source={host.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE Messages RENAME TO Gone";
            await command.ExecuteNonQueryAsync();
        }

        var (activities, watermark) = await visitor.PollAsync("12");
        Assert.Empty(activities);
        Assert.Equal("12", watermark);
    }

    [Fact]
    public async Task Post_DatabaseLocked_IsNeverAcknowledged()
    {
        await using var host = await WebChatHost.Create().With("Storage:WritePatience", "00:00:00.5").StartAsync();
        using var client = WebChatHost.NewClient(host);
        var visitor = await DirectLineVisitor.ArriveAsync(client);
        await using var connection = new SqliteConnection($"Data Source={host.DatabaseFile}");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction(deferred: false);

        var response = await visitor.PostAsync("""{"type":"message","text":"مهم"}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("ServiceUnavailable", await DirectLineVisitor.ErrorAsync(response));
        await transaction.RollbackAsync();
        await visitor.SayAsync("مهم");
    }
}
