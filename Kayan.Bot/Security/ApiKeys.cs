using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Security;

/// <summary>
/// Makes, finds and revokes the keys of the back-office API. A key is looked up by its SHA-256: it has 256 random bits, so its hash needs no
/// salt, and comparing hashes tells nothing of the key by its time.
/// </summary>
internal sealed class ApiKeys(KayanDbContext db, WriteQueue writes, TimeProvider time)
{
    /// <summary>Makes a key and gives it away this once. Null where a live key of that name is there.</summary>
    public async Task<string?> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var key = "kayan-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return await AddAsync(name, key, cancellationToken) ? key : null;
    }

    /// <summary>Puts a given key on file; false where a live key of that name is there.</summary>
    public async Task<bool> AddAsync(string name, string key, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.AnyAsync(k => k.Name == name && k.RevokedAt == null, cancellationToken))
        {
            return false;
        }

        db.ApiKeys.Add(new ApiKey { Name = name, Hash = HashOf(key), CreatedAt = time.GetUtcNow() });
        await writes.SaveChangesAsync(db, cancellationToken);
        return true;
    }

    /// <summary>The live key that this is, or null.</summary>
    public Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        return db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, cancellationToken);
    }

    /// <summary>From now on the key of that name is refused; false where there is none.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.FirstOrDefaultAsync(k => k.Name == name && k.RevokedAt == null, cancellationToken) is not { } key)
        {
            return false;
        }

        key.RevokedAt = time.GetUtcNow();
        await writes.SaveChangesAsync(db, cancellationToken);
        return true;
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
