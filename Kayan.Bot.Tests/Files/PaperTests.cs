using Kayan.Bot.Console.Reading;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Dialogs.Documents;
using Kayan.Bot.Domain.Documents;
using Kayan.Bot.Domain.Handoffs;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kayan.Bot.Tests.Files;

/// <summary>What becomes of files: papers of a request, voice notes for a human.</summary>
public sealed class PaperTests : MediaHost
{
    [Fact]
    public async Task Picture_ForARequestThatWaits_StandsOnTheRequestsPage()
    {
        var phone = NewPhone();
        var number = await WaitsForPapersAsync(phone.Number);
        await phone.MediaAsync("", ("image/jpeg", Twilio.Media.Add(Photo, "image/jpeg", "page1.jpg")));
        await HearsAsync(phone, "أي المستندات");
        await phone.MediaAsync("", ("image/jpeg", Twilio.Media.Add(Photo, "image/jpeg", "page2.jpg")));
        await AskedAsync(phone.Number, "أي المستندات", 2);
        await phone.WhatsAppAsync("١");
        await HearsAsync(phone, "تم استلام");

        Assert.Equal(RequirementState.Submitted, await PaperAsync("شهادة الميلاد"));
        Assert.Equal(RequirementState.Missing, await PaperAsync("صورة الهوية"));
        await Eventually.HoldsAsync(() => Host.DatabaseAsync(db => db.Files.AllAsync(file => file.State == FileState.Stored)));
        var view = await ReadAsync<RequestReader, RequestView>(reader => reader.ReadAsync(number, default));
        Assert.Equal(["page1.jpg", "page2.jpg"], view.Documents.Select(document => document.File.Name));
        Assert.All(view.Documents, document => Assert.NotNull(document.File.Url));

        await phone.WhatsAppAsync("وين وصل طلبي");
        await HearsAsync(phone, "قيد المراجعة");
    }

    [Fact]
    public async Task Paper_WhoseFileIsRefusedAfterwards_IsMissingAgainAndThePersonIsTold()
    {
        using var gate = new SemaphoreSlim(0);
        var phone = NewPhone();
        await WaitsForPapersAsync(phone.Number);
        await phone.MediaAsync("", ("application/pdf", Twilio.Media.Add(async (context, stopping) =>
        {
            await gate.WaitAsync(stopping);
            await context.Response.Body.WriteAsync("<html>"u8.ToArray(), stopping);
        })));
        await HearsAsync(phone, "أي المستندات");
        await phone.WhatsAppAsync("1");
        await HearsAsync(phone, "تم استلام");
        Assert.Equal(RequirementState.Submitted, await PaperAsync("شهادة الميلاد"));

        gate.Release();
        await HearsAsync(phone, "لم نستطع فتح ملفك الأخير");
        Assert.Equal(RequirementState.Missing, await PaperAsync("شهادة الميلاد"));
        Assert.Empty(await Host.DatabaseAsync(db => db.SubmittedDocuments.ToListAsync()));
    }

    [Fact]
    public async Task Paper_WithSomebodyElsesFile_IsNotTaken()
    {
        var (owner, stranger) = (NewPhone(), NewPhone());
        await stranger.MediaAsync("", ("image/jpeg", Twilio.Media.Add(Photo)));
        var foreign = FileEndpoints.UrlOf((await SettledAsync()).Id);
        await WaitsForPapersAsync(owner.Number);
        await owner.WhatsAppAsync("السلام عليكم");
        await HearsAsync(owner, "بم نخدمك");

        await using var scope = Host.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentConversation>();
        (current.Id, current.PersonId) = await Host.DatabaseAsync(async db => (
            await db.Conversations.Where(c => c.Address == owner.Number).Select(c => c.Id).SingleAsync(),
            (long?)await db.People.Select(p => p.Id).SingleAsync()));
        var documents = scope.ServiceProvider.GetRequiredService<IDocuments>();
        var paper = (await documents.MissingAsync(default))[0];

        Assert.False(await documents.SubmitAsync(paper.Id, [foreign, "https://evil.example/x", "/console/files/x"], default));
        current.PersonId = null;
        Assert.Empty(await documents.MissingAsync(default));
        Assert.False(await documents.SubmitAsync(paper.Id, [foreign], default));
    }

    [Fact]
    public async Task VoiceNote_IsAcknowledgedAndWaitsForAHumanWithItsPlayer()
    {
        var phone = NewPhone();
        await phone.MediaAsync("", ("audio/ogg; codecs=opus", Twilio.Media.Add(Voice, "audio/ogg")));
        await HearsAsync(phone, "وصلت رسالتك الصوتية");
        var file = await SettledAsync();

        var handoff = await Host.DatabaseAsync(db => db.Handoffs.SingleAsync());
        Assert.Equal((HandoffReason.VoiceNote, HandoffState.Waiting), (handoff.Reason, handoff.State));
        var view = await ReadAsync<ConversationReader, ConversationView>(reader => reader.ReadAsync(handoff.ConversationId, 200, default));
        var sent = Assert.Single(view.Lines.SelectMany(line => line.Files ?? []));
        Assert.Equal((SentFileKind.Voice, FileEndpoints.UrlOf(file.Id), null), (sent.Kind, sent.Url, sent.State));
        Assert.Equal((FileState.Stored, "audio/ogg", "audio.ogg"), (file.State, file.ContentType, file.Name));
    }

    private Task AskedAsync(string number, string part, int times) => Eventually.HoldsAsync(() => Task.FromResult(
        Twilio.Ledger.To(number).Count(message => message.Body.Contains(part, StringComparison.Ordinal)) >= times));

    private async Task<TResult> ReadAsync<T, TResult>(Func<T, Task<TResult?>> read)
        where T : notnull
        where TResult : class
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return (await read(scope.ServiceProvider.GetRequiredService<T>()))!;
    }
}
