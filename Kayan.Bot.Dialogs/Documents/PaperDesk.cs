using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Kayan.Bot.Dialogs.Documents;

/// <summary>Keeps what the person has sent until it is clear which paper it is: a paper of two pages comes in two messages.</summary>
internal sealed class PaperDesk(ConversationState state, IDocuments documents)
{
    private const int Most = 20;
    private const char Separator = '|';

    private readonly IStatePropertyAccessor<string> waiting = state.CreateProperty<string>("papers");

    /// <summary>The question which paper it is stands open.</summary>
    public static bool IsAsking(DialogContext dc) => dc.Stack.Any(dialog => dialog.Id == nameof(PaperDialog));

    public Task<IReadOnlyList<MissingPaper>> MissingAsync(CancellationToken cancellationToken) => documents.MissingAsync(cancellationToken);

    /// <summary>Keeps the files of this message, beside those of the messages before where <paramref name="more"/>.</summary>
    public async Task KeepAsync(ITurnContext turn, bool more, CancellationToken cancellationToken)
    {
        var before = more ? await KeptAsync(turn, cancellationToken) : [];
        var now = turn.Activity.Attachments.Select(file => file.ContentUrl).Where(url => url is { Length: > 0 } && !url.Contains(Separator, StringComparison.Ordinal));
        await waiting.SetAsync(turn, string.Join(Separator, before.Concat(now).Distinct().Take(Most)), cancellationToken);
    }

    /// <summary>Hands in what was kept as this paper.</summary>
    public async Task<bool> SubmitAsync(ITurnContext turn, long paperId, CancellationToken cancellationToken) =>
        await documents.SubmitAsync(paperId, await KeptAsync(turn, cancellationToken), cancellationToken);

    private async Task<string[]> KeptAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await waiting.GetAsync(turn, () => string.Empty, cancellationToken)).Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
