using Kayan.Bot.Domain.People;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Requests;

/// <summary>Finds the person who asks, or puts them on file with the caller's transaction.</summary>
internal sealed class PersonFile(KayanDbContext db)
{
    /// <summary>The person of the national id, else of the phone number, else a new one; null where the number is somebody else's.</summary>
    public async Task<Person?> FindOrAddAsync(NewRequest incoming, CancellationToken cancellationToken)
    {
        var phone = incoming.Phone.Value!;
        var id = incoming.NationalId?.Value;
        var holder = await db.People.Include(p => p.Addresses)
            .FirstOrDefaultAsync(p => p.Addresses.Any(a => a.Value == phone), cancellationToken);
        var named = id is null
            ? null
            : await db.People.Include(p => p.Addresses).FirstOrDefaultAsync(p => p.NationalId == id, cancellationToken);
        if (holder is not null)
        {
            return Confirm(holder, named, id);
        }

        var person = named ?? db.People.Add(new Person { FullName = incoming.FullName, NationalId = id, Gender = incoming.Gender }).Entity;
        person.Addresses.Add(new Address { Value = phone, OnWhatsApp = incoming.OnWhatsApp });
        return person;
    }

    private static Person? Confirm(Person holder, Person? named, string? id)
    {
        if (id is null || holder == named)
        {
            return holder;
        }

        if (named is not null || holder.NationalId is not null)
        {
            return null;
        }

        holder.NationalId = id;
        return holder;
    }
}
