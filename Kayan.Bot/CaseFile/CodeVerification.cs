using System.Security.Cryptography;
using System.Text;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Verification;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.CaseFile;

/// <summary>
/// Request number, end of the id, and a code to the phone on file. Wrong tries are rows, so that they outlive a restart; the tries of
/// a code are a concurrency token, so that of several at once only one counts and the others run again.
/// </summary>
internal sealed class CodeVerification(
    KayanDbContext db, CurrentConversation conversation, CodeSender sender, IOptions<VerificationOptions> options, TimeProvider time) : IVerification
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private VerificationOptions Limits => options.Value;

    public async Task<long?> VerifiedRequestAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddMinutes(-Limits.VerifiedMinutes);
        // The code of this very turn is not in the database yet.
        var now = db.OneTimeCodes.Local.Where(code => code.ConversationId == conversation.Id && code.UsedAt > since).MaxBy(code => code.Id);
        return now?.RequestId ?? await db.OneTimeCodes.Where(code => code.ConversationId == conversation.Id && code.UsedAt > since)
            .OrderByDescending(code => code.Id).Select(code => (long?)code.RequestId).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<LookUpResult> LookUpAsync(string number, string lastFour, CancellationToken cancellationToken)
    {
        if (await FailuresAsync(cancellationToken) >= Limits.FailuresPerHour)
        {
            return LookUpResult.TooManyTries;
        }

        var found = await (
            from request in db.Requests
            where request.Number == number
            join person in db.People on request.PersonId equals person.Id
            select new
            {
                request.Id,
                person.NationalId,
                Phone = person.Addresses.Where(a => a.Kind == AddressKind.Phone).OrderBy(a => a.Id).Select(a => a.Value).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is { NationalId: { Length: >= 4 } id, Phone: { } phone } && Same(id[^4..], lastFour))
        {
            return await SendAsync(found.Id, phone, cancellationToken);
        }

        return await FailAsync(cancellationToken) > 0 ? LookUpResult.NoMatch : LookUpResult.TooManyTries;
    }

    public async Task<LookUpResult> ResendAsync(CancellationToken cancellationToken) =>
        await NewestAsync(cancellationToken) is { UsedAt: null } earlier && await FailuresAsync(cancellationToken) < Limits.FailuresPerHour
            ? await SendAsync(earlier.RequestId, earlier.Phone, cancellationToken)
            : LookUpResult.TooManyTries;

    public async Task<CodeCheck> CheckAsync(string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var newest = await NewestAsync(cancellationToken);
        if (newest is null || newest.UsedAt is not null || newest.ExpiresAt <= now)
        {
            return new CodeCheck(CodeResult.Expired);
        }

        var before = await TriesAsync(newest.Phone, cancellationToken);
        if (before >= Limits.Tries || await FailuresAsync(cancellationToken) >= Limits.FailuresPerHour)
        {
            return new CodeCheck(CodeResult.TooManyTries);
        }

        newest.Tries++;
        if (CodeHash.Fits(code, newest.Hash, newest.Salt))
        {
            newest.UsedAt = now;
            await RememberAsync(newest.RequestId, cancellationToken);
            return new CodeCheck(CodeResult.Right);
        }

        var left = Math.Min(await FailAsync(cancellationToken), Limits.Tries - before - 1);
        return left > 0 ? new CodeCheck(CodeResult.Wrong, left) : new CodeCheck(CodeResult.TooManyTries);
    }

    public async Task<bool> CountWrongNumberAsync(CancellationToken cancellationToken) =>
        await FailuresAsync(cancellationToken) < Limits.FailuresPerHour && await FailAsync(cancellationToken) > 0;

    /// <summary>Who has proved to be a person is known by their id at WhatsApp from now on.</summary>
    private async Task RememberAsync(long requestId, CancellationToken cancellationToken)
    {
        if (conversation is { PersonId: null, WhatsAppUserId: { } userId })
        {
            var person = await db.Requests.Where(request => request.Id == requestId).Select(request => request.PersonId).SingleAsync(cancellationToken);
            db.Addresses.Add(Address.OfWhatsAppUser(person, userId));
        }
    }

    private async Task<LookUpResult> SendAsync(long requestId, string phone, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await TriesAsync(phone, cancellationToken) >= Limits.Tries)
        {
            return LookUpResult.TooManyTries;
        }

        var (quarter, day) = (now.AddMinutes(-15), now.AddDays(-1));
        if (await db.OneTimeCodes.CountAsync(code => code.Phone == phone && code.CreatedAt > quarter, cancellationToken) >= Limits.CodesPerQuarterHour
            || await db.OneTimeCodes.CountAsync(code => code.Phone == phone && code.CreatedAt > day, cancellationToken) >= Limits.CodesPerDay
            || await db.OneTimeCodes.CountAsync(code => code.CreatedAt > day, cancellationToken) >= Limits.CodesPerDayInAll)
        {
            return LookUpResult.TooManyCodes;
        }

        var secret = CodeHash.Draw();
        var (hash, salt) = CodeHash.Of(secret);
        db.OneTimeCodes.Add(new OneTimeCode
        {
            ConversationId = conversation.Id,
            RequestId = requestId,
            Phone = phone,
            Hash = hash,
            Salt = salt,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(Limits.CodeMinutes),
        });
        await sender.SendAsync(phone, secret, cancellationToken);
        return LookUpResult.CodeSent;
    }

    /// <summary>Counts a wrong try and says how many are left within the hour.</summary>
    private async Task<int> FailAsync(CancellationToken cancellationToken)
    {
        var before = await FailuresAsync(cancellationToken);
        db.FailedLookups.Add(new FailedLookup { ConversationId = conversation.Id, At = time.GetUtcNow() });
        return Limits.FailuresPerHour - before - 1;
    }

    private Task<int> FailuresAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Hour;
        return db.FailedLookups.CountAsync(failure => failure.ConversationId == conversation.Id && failure.At > since, cancellationToken);
    }

    private Task<int> TriesAsync(string phone, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Hour;
        return db.OneTimeCodes.Where(code => code.Phone == phone && code.CreatedAt > since && code.UsedAt == null)
            .SumAsync(code => code.Tries, cancellationToken);
    }

    private Task<OneTimeCode?> NewestAsync(CancellationToken cancellationToken) =>
        db.OneTimeCodes.Where(code => code.ConversationId == conversation.Id).OrderByDescending(code => code.Id).FirstOrDefaultAsync(cancellationToken);

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}
