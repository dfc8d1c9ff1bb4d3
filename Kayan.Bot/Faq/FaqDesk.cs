using Kayan.Bot.Dialogs.Texts;
using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Messages;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Faq;

/// <summary>Shows the questions and answers to the staff, and takes their changes.</summary>
internal sealed class FaqDesk(KayanDbContext db, WriteQueue writes, DatabaseProvider provider, FaqLearning learning, TimeProvider time)
{
    public const int LongestQuestion = 200;
    public const int LongestAnswer = 400;
    public const int FewestPhrasings = 5;
    public const int MostPhrasings = 40;


    /// <summary>All entries in the order of the seed file.</summary>
    public async Task<IReadOnlyList<FaqView>> ListAsync(CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(cancellationToken);
        return [.. FaqLibrary.Shipped.Select(entry => changes.GetValueOrDefault(entry.Key) ?? new FaqView(entry, 0, null, null))];
    }

    /// <summary>One entry; null where there is none with this key.</summary>
    public async Task<FaqView?> ReadAsync(string key, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(view => view.Entry.Key == key);

    /// <summary>Stores a change; the bot answers by it as soon as it has learnt it.</summary>
    /// <param name="key">The entry.</param>
    /// <param name="edit">Its new wording.</param>
    /// <param name="seenVersion">The version that was shown when the change was written.</param>
    /// <param name="by">The user name of who changes it.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public async Task<FaqEditOutcome> SaveAsync(string key, FaqEdit edit, int seenVersion, string by, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        if (all.FirstOrDefault(view => view.Entry.Key == key) is not { } shown)
        {
            return FaqEditOutcome.Absent;
        }

        var entry = Apply(edit, shown.Entry);
        if (Refusal(entry, [.. all.Select(view => view.Entry)]) is { } refusal)
        {
            return refusal;
        }

        var change = await db.FaqChanges.FindAsync([key], cancellationToken);
        if ((change?.Version ?? 0) != seenVersion)
        {
            return FaqEditOutcome.Conflict;
        }

        if (change is null)
        {
            change = new FaqChange { Key = key, Content = "", ChangedBy = by };
            db.FaqChanges.Add(change);
        }

        (change.Content, change.ChangedBy, change.ChangedAt) = (FaqSeed.Write(entry), by, time.GetUtcNow());
        change.Version++;
        return await StoreAsync(cancellationToken);
    }

    /// <summary>Takes the staff's change back: the entry is again the one that ships.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public async Task<FaqEditOutcome> RestoreAsync(string key, int seenVersion, CancellationToken cancellationToken)
    {
        if (await db.FaqChanges.FindAsync([key], cancellationToken) is not { } change)
        {
            return FaqEditOutcome.Absent;
        }

        if (change.Version != seenVersion)
        {
            return FaqEditOutcome.Conflict;
        }

        db.FaqChanges.Remove(change);
        return await StoreAsync(cancellationToken);
    }

    private async Task<FaqEditOutcome> StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writes.SaveChangesAsync(db, cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || provider.IsDuplicate(failure))
        {
            return FaqEditOutcome.Conflict;
        }

        learning.Ask();
        return FaqEditOutcome.Saved;
    }

    private async Task<Dictionary<string, FaqView>> ChangesAsync(CancellationToken cancellationToken)
    {
        var changes = await (
            from change in db.FaqChanges.AsNoTracking()
            join user in db.Users on change.ChangedBy equals user.UserName into users
            from user in users.DefaultIfEmpty()
            select new { change.Content, change.Version, change.ChangedAt, By = user == null ? change.ChangedBy : user.DisplayName })
            .ToListAsync(cancellationToken);
        return changes.Select(change => new FaqView(FaqSeed.ParseEntry(change.Content), change.Version, change.ChangedAt, change.By))
            .ToDictionary(view => view.Entry.Key, StringComparer.Ordinal);
    }

    private static FaqEntry Apply(FaqEdit edit, FaqEntry entry) => new()
    {
        Key = entry.Key,
        Category = entry.Category,
        Source = entry.Source,
        SourceReference = entry.SourceReference,
        IsMisconception = entry.IsMisconception,
        OffersHuman = entry.OffersHuman,
        QuestionAr = Isolates.Around(edit.QuestionAr.Trim()),
        QuestionEn = edit.QuestionEn.Trim(),
        AnswerAr = Isolates.Around(edit.AnswerAr.Trim()),
        AnswerEn = edit.AnswerEn.Trim(),
        Phrasings = Lines(edit.Phrasings),
        PhrasingsEn = Lines(edit.PhrasingsEn),
    };

    private static List<string> Lines(IReadOnlyList<string> phrasings) =>
        [.. phrasings.Select(phrasing => phrasing.Trim()).Where(phrasing => phrasing.Length > 0).DistinctBy(FaqLibrary.Fold)];

    private static FaqEditOutcome? Refusal(FaqEntry entry, IReadOnlyList<FaqEntry> all)
    {
        string[] needed = [entry.QuestionAr, entry.AnswerAr, entry.QuestionEn, entry.AnswerEn];
        if (needed.Any(string.IsNullOrWhiteSpace))
        {
            return FaqEditOutcome.Incomplete;
        }

        if (SmsSegments.Of(entry.AnswerAr).Count > SmsSegments.MostParts || entry.AnswerEn.Length > LongestAnswer)
        {
            return FaqEditOutcome.AnswerTooLong;
        }

        string[] asked = [entry.QuestionAr, entry.QuestionEn, .. entry.Phrasings, .. entry.PhrasingsEn];
        if (entry.Phrasings.Count is < FewestPhrasings or > MostPhrasings || entry.PhrasingsEn.Count > MostPhrasings
            || asked.Any(phrasing => phrasing.Length > LongestQuestion))
        {
            return FaqEditOutcome.PhrasingsWrong;
        }

        var taken = all.Where(other => other.Key != entry.Key)
            .SelectMany(other => (string[])[other.QuestionAr, other.QuestionEn, .. other.Phrasings, .. other.PhrasingsEn])
            .Concat(Intents.All.SelectMany(intent => intent.Phrasings))
            .Select(FaqLibrary.Fold)
            .ToHashSet(StringComparer.Ordinal);
        return asked.Select(FaqLibrary.Fold).Any(taken.Contains) ? FaqEditOutcome.PhrasingTaken : null;
    }
}
