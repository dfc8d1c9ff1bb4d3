using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Domain.Requests;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Files;

/// <summary>The real service, its dialogs and jobs, with the fake provider that people's files lie at.</summary>
public class MediaHost : IAsyncLifetime
{
    protected static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    protected static readonly byte[] Voice = [.. "OggS"u8, 0, 2, 0, 0, 9, 9, 9];

    private int _phones;

    private protected FakeTwilio Twilio { get; private set; } = null!;

    private protected KayanHost Host { get; } = new KayanHost()
        .With("Media:Retry", "00:00:00.01").With("Media:Attempts", "3")
        .With(services => services.AddSingleton<TimeProvider>(new OfficeClock()));

    public async Task InitializeAsync()
    {
        Twilio = await FakeTwilio.StartAsync();
        await Host.With(Twilio).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
    }

    private protected FakeTwilioPhone NewPhone() => Twilio.Phone(Host, $"+9665{Interlocked.Increment(ref _phones):d8}");

    private protected Task<StoredFile> OnlyFileAsync() => Host.DatabaseAsync(db => db.Files.AsNoTracking().SingleAsync());

    private protected async Task<StoredFile> SettledAsync()
    {
        await Eventually.HoldsAsync(() => Host.DatabaseAsync(db => db.Files.AnyAsync(f => f.State != FileState.Waiting)));
        return await OnlyFileAsync();
    }

    /// <summary>Sweeps, as the clock does every minute, until the file is settled.</summary>
    private protected async Task<StoredFile> SweptAsync()
    {
        await Eventually.HoldsAsync(async () =>
        {
            await RunAsync<FileSweep>(sweep => sweep.RunAsync(default));
            return await Host.DatabaseAsync(db => db.Files.AnyAsync(f => f.State != FileState.Waiting));
        });
        return await OnlyFileAsync();
    }

    private protected async Task RunAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    private protected Task<FakeTwilioMessage> HearsAsync(FakeTwilioPhone phone, string part) => Twilio.Ledger.WaitAsync(
        message => message.To.EndsWith(phone.Number, StringComparison.Ordinal) && message.Body.Contains(part, StringComparison.Ordinal),
        TimeSpan.FromSeconds(30));

    /// <summary>A person with this phone whose request waits for two papers; its number.</summary>
    private protected Task<string> WaitsForPapersAsync(string phone) => Host.DatabaseAsync(async db =>
    {
        var person = new Person { FullName = "منيرة", NationalId = "1000000008" };
        person.Addresses.Add(new Address { Value = phone, OnWhatsApp = true });
        db.People.Add(person);
        await db.SaveChangesAsync();
        var request = Request.Receive(RequestNumber.Draw(), person.Id, "دعم تعليمي", "test", OfficeClock.Start.AddDays(-2));
        request.MoveTo(RequestStage.DataCheck, "test", null, OfficeClock.Start.AddDays(-1));
        request.MoveTo(RequestStage.DocumentsNeeded, "test", null, OfficeClock.Start.AddDays(-1));
        request.FollowUps.Clear();
        request.Need("شهادة الميلاد", "صورة الهوية");
        db.Requests.Add(request);
        await db.SaveChangesAsync();
        return request.Number;
    });

    private protected Task<RequirementState> PaperAsync(string name) =>
        Host.DatabaseAsync(db => db.Requirements.Where(paper => paper.Name == name).Select(paper => paper.State).SingleAsync());
}
