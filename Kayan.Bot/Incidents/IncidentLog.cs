using Kayan.Bot.Storage;

namespace Kayan.Bot.Incidents;

/// <summary>Opens and closes incidents.</summary>
internal sealed class IncidentLog(WriteQueue writes, TimeProvider time)
{
    private const int LongestDetail = 400;

    /// <summary>Opens it, or counts one more while it is open.</summary>
    public Task RaiseAsync(IncidentKind kind, string subject, string? detail, CancellationToken cancellationToken) =>
        writes.RunAsync(batch => Raise(batch, kind, subject, detail, time.GetUtcNow()), cancellationToken);

    /// <summary>It is over by itself.</summary>
    public Task ResolveAsync(IncidentKind kind, string subject, CancellationToken cancellationToken) =>
        writes.RunAsync(batch => Resolve(batch, kind, subject, time.GetUtcNow()), cancellationToken);

    /// <summary>Somebody has seen to it.</summary>
    /// <returns>False where there is no such open incident.</returns>
    public Task<bool> CloseAsync(long id, string by, CancellationToken cancellationToken) =>
        writes.RunAsync(
            batch => batch.Execute(
                "UPDATE Incidents SET ClosedAt = @p1, ClosedBy = @p2 WHERE Id = @p0 AND ClosedAt IS NULL",
                id, time.GetUtcNow(), by) == 1,
            cancellationToken);

    /// <summary>As <see cref="ResolveAsync"/>, inside a write unit that runs.</summary>
    public static int Resolve(WriteBatch batch, IncidentKind kind, string subject, DateTimeOffset now) => batch.Execute(
        "UPDATE Incidents SET ClosedAt = @p2 WHERE Kind = @p0 AND Subject = @p1 AND ClosedAt IS NULL",
        kind.ToString(), subject, now);

    /// <summary>As <see cref="RaiseAsync"/>, inside a write unit that runs.</summary>
    public static int Raise(WriteBatch batch, IncidentKind kind, string subject, string? detail, DateTimeOffset now)
    {
        var words = detail is { Length: > LongestDetail } ? detail[..LongestDetail] : detail;
        var open = batch.Execute(
            "UPDATE Incidents SET Times = Times + 1, LastAt = @p2, Detail = COALESCE(@p3, Detail) WHERE Kind = @p0 AND Subject = @p1 AND ClosedAt IS NULL",
            kind.ToString(), subject, now, words);
        return open > 0 ? open : batch.Execute(
            "INSERT INTO Incidents (Kind, Subject, Detail, Times, OpenedAt, LastAt) VALUES (@p0, @p1, @p3, 1, @p2, @p2)",
            kind.ToString(), subject, now, words);
    }
}
