using System.Text;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Files;

/// <summary>From the webhook to the stored file: once, whatever fails on the way, and nothing that was not asked for.</summary>
public sealed class FetchingTests : MediaHost
{
    [Fact]
    public async Task Photo_ThroughTheWebhook_IsStoredWithItsMessage()
    {
        var phone = NewPhone();
        await phone.MediaAsync("هويتي", ("image/jpeg", Twilio.Media.Add(Photo, "image/jpeg", "هوية.jpeg")));

        var file = await SettledAsync();
        Assert.Equal((FileState.Stored, "image/jpeg", "هوية.jpeg", 1), (file.State, file.ContentType, file.Name, file.Attempts));
        Assert.Equal(Photo, file.Content);
        Assert.Equal("هويتي", await Host.DatabaseAsync(db => db.Messages.Where(m => m.Id == file.MessageId).Select(m => m.Text).SingleAsync()));
        Assert.DoesNotContain("Media/ME", await Host.DatabaseAsync(db => db.Messages.Where(m => m.Id == file.MessageId).Select(m => m.Activity).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/jpeg", "<!doctype html><script>alert(1)</script>")]
    [InlineData("image/jpeg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("image/jpeg", "MZ a program")]
    [InlineData("application/pdf", "PK\u0003\u0004 forty-two zips in one")]
    [InlineData("audio/ogg", "\u001F\u008B\b a bomb")]
    [InlineData("text/vcard", "BEGIN:VCARD\nFN:<b>\nEND:VCARD")]
    [InlineData("image/png", "")]
    public async Task Content_ThatIsNotWhatItSays_IsRefusedAndThePersonIsTold(string said, string content)
    {
        var phone = NewPhone();
        await phone.MediaAsync("", (said, Twilio.Media.Add(Encoding.Latin1.GetBytes(content), said)));

        var file = await SettledAsync();
        Assert.Equal((FileState.Refused, FileRefusal.KindNotTaken), (file.State, file.Reason));
        Assert.Empty(file.Content);
        await HearsAsync(phone, "لم نستطع فتح ملفك الأخير");
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg/>")]
    [InlineData("application/msword", "\u00D0\u00CF\u0011\u00E0")]
    public async Task Kind_ThatIsNotTaken_IsSaidAtOnceAndOnce(string said, string content)
    {
        var phone = NewPhone();
        await phone.MediaAsync("", (said, Twilio.Media.Add(Encoding.Latin1.GetBytes(content), said)));

        await HearsAsync(phone, "لا أستطيع استلام هذا النوع");
        Assert.Equal(FileState.Refused, (await SettledAsync()).State);
        await phone.WhatsAppAsync("شكرا");
        await HearsAsync(phone, "العفو");
        Assert.DoesNotContain(Twilio.Ledger.To(phone.Number), message => message.Body.Contains("ملفك الأخير", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127.0.0.1:22/2010-04-01/Accounts/AC00000000000000000000000000000000/Media/ME1")]
    [InlineData("https://evil.example/photo.jpg")]
    public async Task Address_ThatIsNotTheProviders_IsNeverAsked(string address)
    {
        await NewPhone().MediaAsync("", ("image/jpeg", address));

        var file = await SettledAsync();
        Assert.Equal((FileState.Refused, FileRefusal.ForeignAddress, 1), (file.State, file.Reason, file.Attempts));
    }

    [Fact]
    public async Task Webhook_BroughtTwice_IsOneFile()
    {
        var phone = NewPhone();
        var url = Twilio.Media.Add(Photo);
        var webhook = phone.Sign(FakeTwilioWebhook.Media(Twilio.Account, FakeTwilioWebhook.NewSid("MM"), phone.Number, "", ("image/jpeg", url)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.PostAsync(webhook)));

        await SettledAsync();
        Assert.Equal([url], Twilio.Media.Asked);
    }

    [Fact]
    public async Task Job_StartedManyTimesAtOnce_AsksTheProviderOnce()
    {
        using var gate = new SemaphoreSlim(0);
        var url = Twilio.Media.Add(async (context, stopping) =>
        {
            await gate.WaitAsync(stopping);
            await context.Response.Body.WriteAsync(Photo, stopping);
        });
        await NewPhone().MediaAsync("", ("image/jpeg", url));
        var id = (await OnlyFileAsync()).Id;
        var jobs = Enumerable.Range(0, 8).Select(_ => RunAsync<FetchFile>(job => job.RunAsync(id, default))).ToList();
        await Eventually.HoldsAsync(() => Task.FromResult(Twilio.Media.Asked.Count > 0));
        gate.Release(8);
        await Task.WhenAll(jobs);

        Assert.Equal(FileState.Stored, (await SettledAsync()).State);
        await RunAsync<FetchFile>(job => job.RunAsync(id, default));
        Assert.Equal([url], Twilio.Media.Asked);
    }

    [Fact]
    public async Task Provider_InTrouble_IsAskedAgainUntilItGivesTheFile()
    {
        var url = Twilio.Media.Add(503);
        await NewPhone().MediaAsync("", ("image/jpeg", url));
        await Eventually.HoldsAsync(() => Task.FromResult(Twilio.Media.Asked.Count == 1));
        Twilio.Media.Change(url, Photo);

        var file = await SweptAsync();
        Assert.Equal((FileState.Stored, 2), (file.State, file.Attempts));
    }

    [Fact]
    public async Task Provider_InTroubleForGood_IsGivenUpAndThePersonIsTold()
    {
        var phone = NewPhone();
        await phone.MediaAsync("", ("image/jpeg", Twilio.Media.Add(503)));

        var file = await SweptAsync();
        Assert.Equal((FileState.Refused, FileRefusal.Unreachable, 3), (file.State, file.Reason, file.Attempts));
        await HearsAsync(phone, "لم نستطع تنزيل ملفك الأخير");
    }

    [Fact]
    public async Task Crash_AfterTheClaim_OnlyPutsTheFileOff()
    {
        var phone = NewPhone();
        await phone.WhatsAppAsync("السلام عليكم");
        await HearsAsync(phone, "حياك الله");
        var url = Twilio.Media.Add(Photo);
        await Host.DatabaseAsync(async db =>
        {
            // As a process leaves it that died while it fetched, once its claim has run out.
            var message = await db.Messages.OrderBy(m => m.Id).FirstAsync();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO Files (Id, MessageId, Name, ContentType, Content, State, Source, DueAt, Attempts)
                VALUES ({Guid.CreateVersion7()}, {message.Id}, '', 'image/jpeg', x'', 'Waiting', {url}, 1, 1)
                """);
            return 0;
        });

        var file = await SweptAsync();
        Assert.Equal((FileState.Stored, 2), (file.State, file.Attempts));
    }

    [Fact]
    public async Task File_ThatIsNotHereYet_CannotBeFetchedByStaff()
    {
        await NewPhone().MediaAsync("", ("image/jpeg", Twilio.Media.Add(503)));
        await Eventually.HoldsAsync(() => Task.FromResult(Twilio.Media.Asked.Count == 1));

        var file = await OnlyFileAsync();
        Assert.Empty(file.Content);
        Assert.False(file.State == FileState.Stored);
    }
}
