using System.Text.Json.Nodes;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>Reads conversations from the case file for their visitors: no events, nothing of the service's own.</summary>
internal sealed class Transcript(IServiceScopeFactory scopes)
{
    private const int PageSize = 200;

    public async Task<OpenConversation?> FindAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await Db(scope).Conversations.AsNoTracking()
            .Where(c => c.Channel == ChannelKind.WebChat && c.Address == visitor.UserId)
            .Select(c => new { c.Id, c.Language })
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new OpenConversation(row.Id, row.Language, visitor);
    }

    /// <summary>The position of a watermark that a client brought back.</summary>
    public async Task<Position> ResumeAsync(OpenConversation conversation, long watermark, CancellationToken cancellationToken)
    {
        if (watermark == 0)
        {
            return default;
        }

        await using var scope = scopes.CreateAsyncScope();
        var at = await Db(scope).Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversation.RowId && m.Id <= watermark)
            .OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At)
            .FirstOrDefaultAsync(cancellationToken);
        return new Position(watermark, at ?? default);
    }

    public async Task<ActivitySet> ReadAsync(OpenConversation conversation, Position from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await Db(scope).Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversation.RowId && m.Id > from.MessageId)
            .OrderBy(m => m.Id).Take(PageSize)
            .Select(m => new { m.Id, m.Author, m.Activity, m.At })
            .ToListAsync(cancellationToken);
        var shown = new List<JsonObject>(rows.Count);
        var position = from;
        foreach (var row in rows)
        {
            position = position with { MessageId = row.Id };
            if (row.Author != Author.System && JsonNode.Parse(row.Activity) is JsonObject activity && (string?)activity["type"] == "message")
            {
                position = position with { LastTimestamp = Later(row.At, position.LastTimestamp) };
                shown.Add(conversation.Show(row.Id, row.Author, activity, position.LastTimestamp));
            }
        }

        return new ActivitySet(shown, position, rows.Count == PageSize, rows is [.., { Author: Author.Person }]);
    }

    /// <summary>Whether the bot, not a worker, is the one to answer.</summary>
    public async Task<bool> BotAnswersAsync(OpenConversation conversation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await Db(scope).Handoffs.AsNoTracking()
            .AnyAsync(h => h.ConversationId == conversation.RowId && h.State == HandoffState.Human, cancellationToken);
    }

    /// <summary>Lines of one commit share their time.</summary>
    private static DateTimeOffset Later(DateTimeOffset at, DateTimeOffset last) => at > last ? at : last.AddMilliseconds(1);

    private static KayanDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<KayanDbContext>();
}
