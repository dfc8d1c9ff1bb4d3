using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.FollowUps;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Security;
using Kayan.Bot.Storage;

namespace Kayan.Bot.Seed;

/// <summary>
/// Fills an empty database in Development, so that the service can be tried the minute it runs. What lies in the past was said in the
/// past: nobody is written to because of the seed.
/// </summary>
internal sealed class DevelopmentSeed(KayanDbContext db, WriteQueue writes, ApiKeys keys, StaffAccounts staff, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Not by Entity Framework: each start asks, and need not wait for its model.
        if (await writes.RunAsync(batch => batch.Scalar("SELECT MIN(Id) FROM People"), cancellationToken) is long)
        {
            return;
        }

        foreach (var demo in DemoData.Staff)
        {
            await staff.CreateAsync(demo.Email, demo.DisplayName, demo.Role, DemoData.Password);
        }

        await keys.AddAsync(DemoData.ApiKeyName, DemoData.ApiKey, cancellationToken);
        db.Requests.AddRange(DemoData.People.Select(RequestOf));
        await writes.SaveChangesAsync(db, cancellationToken);
    }

    private Request RequestOf(DemoPerson demo)
    {
        var now = time.GetUtcNow();
        var at = now - TimeSpan.FromDays(demo.Days) - (demo.Way.Length * Step);
        var by = DemoData.Staff[2 + (demo.Number % 2)].DisplayName;
        var request = Request.Receive(demo.RequestNumber, 0, demo.Title, by, at);
        request.ServedBy = by;
        request.Person = new Person { FullName = demo.Name, NationalId = demo.NationalId, Gender = demo.Gender };
        request.Person.Addresses.Add(new Address { Value = demo.Phone, OnWhatsApp = demo.OnWhatsApp });
        foreach (var stage in demo.Way)
        {
            at += Step;
            request.MoveTo(stage, by, stage == demo.Way[^1] ? demo.Reason : null, at);
        }

        request.Need(demo.Papers);
        foreach (var paper in request.Requirements.Skip(1))
        {
            paper.State = RequirementState.Received;
        }

        foreach (var said in request.FollowUps.Where(f => f.DueAt <= now))
        {
            said.Settle(FollowUpState.Sent, said.DueAt);
        }

        return request;
    }
}
