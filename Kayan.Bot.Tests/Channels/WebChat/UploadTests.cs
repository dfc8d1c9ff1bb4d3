using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kayan.Bot.Channels.WebChat;
using Kayan.Bot.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>Files in the website chat: taken by what they are, kept with their message, given to the staff only.</summary>
public sealed class UploadTests : ChatTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    private static readonly byte[] Paper = [.. "%PDF-1.7 "u8, 4, 5, 6];

    [Fact]
    public async Task Upload_TwoFilesOfOneArabicName_AreOneMessageWithTwoFiles()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var answer = await UploadAsync(visitor, "هذي أوراقي", ("هوية.pdf", Paper), ("هوية.pdf", Photo));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var id = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;

        var files = await Host.DatabaseAsync(db => db.Files.Include(file => file.Message).OrderBy(file => file.ContentType).ToListAsync());
        Assert.Equal([("هوية.pdf", "application/pdf"), ("هوية.pdf", "image/jpeg")], files.Select(file => (file.Name, file.ContentType)));
        Assert.Equal([Paper, Photo], files.Select(file => file.Content));
        Assert.Single(files.Select(file => file.Message!.Text).Distinct(), "هذي أوراقي");

        var said = (await visitor.PollAsync()).Activities.Single(activity => (string?)activity["id"] == id);
        Assert.Equal(["هوية.pdf", "هوية.pdf"], said["attachments"]!.AsArray().Select(file => (string?)file!["name"]));
        Assert.All(said["attachments"]!.AsArray(), file => Assert.Null(file!["contentUrl"])); // the visitor has them; the link is the staff's
    }

    [Fact]
    public async Task Upload_OfASingleFileAsTheBody_IsTaken()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var body = new ByteArrayContent(Photo);
        body.Headers.ContentType = new("image/jpeg");
        body.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"../../photo.jpg\"");
        using var answer = await SendAsync(visitor, body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("photo.jpg", Assert.Single(await Host.DatabaseAsync(db => db.Files.ToListAsync())).Name);
    }

    [Theory]
    [InlineData("page.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("photo.jpg", "MZ this is a program")]
    [InlineData("papers.zip", "PK\u0003\u0004 an archive")]
    [InlineData("empty.pdf", "")]
    public async Task Upload_OfWhatIsNotTaken_IsRefusedAndNothingStays(string name, string content)
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var answer = await UploadAsync(visitor, "ملف", ("good.jpg", Photo), (name, Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("FileTypeNotSupported", await DirectLineVisitor.ErrorAsync(answer));
        await NothingStaysAsync();
    }

    [Fact]
    public async Task Upload_OfTooMuch_IsRefusedAndNothingStays()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        var large = new byte[ReceivedFile.MaxBytes];
        Photo.CopyTo(large, 0);
        using var answer = await UploadAsync(visitor, "كبير", ("large.jpg", large));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("FileTooBig", await DirectLineVisitor.ErrorAsync(answer));
        await NothingStaysAsync();
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\nno end")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n")]
    public async Task Upload_ThatIsBroken_IsRefusedAndNothingStays(string type, string content)
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await SendAsync(visitor, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await NothingStaysAsync();
    }

    [Fact]
    public async Task Upload_SentAgain_IsTakenOnce()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var first = await UploadAsync(visitor, "مرتين", ("one.jpg", Photo));
        using var again = await UploadAsync(visitor, "مرتين", ("one.jpg", Photo));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Single(await Host.DatabaseAsync(db => db.Files.ToListAsync()));
    }

    [Fact]
    public async Task Upload_WhileManyOthersAreSlow_IsTakenAtOnce()
    {
        using var crowd = new SlowUploads(Host.Address);
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        for (var i = 0; i < 12; i++)
        {
            await crowd.BeginAsync(visitor, declared: 1000, Photo);
        }

        using var answer = await UploadAsync(visitor, "سريع", ("one.jpg", Photo)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_WhenOthersHaveTakenTheMemory_IsToldToComeAgain()
    {
        using var crowd = new SlowUploads(Host.Address);
        var almostAll = new byte[ReceivedFile.MaxBytes - 1];
        Photo.CopyTo(almostAll, 0);
        for (var i = 0; i < 5; i++)
        {
            await crowd.BeginAsync(await DirectLineVisitor.ArriveAsync(Client), ReceivedFile.MaxBytes, almostAll);
        }

        Assert.Equal("HTTP/1.1 503 Service Unavailable", await crowd.FirstAnswerAsync());
        await NothingStaysAsync();
    }

    [Fact]
    public async Task Upload_ThatDoesNotEnd_IsEnded()
    {
        await using var impatient = await WebChatHost.Create()
            .With(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new ImpatientClock())).StartAsync();
        using var client = WebChatHost.NewClient(impatient);
        using var crowd = new SlowUploads(impatient.Address);
        await crowd.BeginAsync(await DirectLineVisitor.ArriveAsync(client), declared: 1000, Photo);

        Assert.Equal("HTTP/1.1 408 Request Timeout", await crowd.FirstAnswerAsync());
    }

    [Fact]
    public async Task File_ForSomebodyWhoIsNotStaff_CannotBeFetched()
    {
        var visitor = await DirectLineVisitor.ArriveAsync(Client);
        using var sent = await UploadAsync(visitor, "سري", ("secret.jpg", Photo));
        var file = Assert.Single(await Host.DatabaseAsync(db => db.Files.ToListAsync()));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(FileEndpoints.UrlOf(file.Id), UriKind.Relative));
        request.Headers.Authorization = new("Bearer", visitor.Token);
        using var answer = await Client.SendAsync(request);

        Assert.DoesNotContain("image", answer.Content.Headers.ContentType?.MediaType ?? "", StringComparison.Ordinal);
        Assert.NotEqual(Photo, await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task NothingStaysAsync()
    {
        Assert.Empty(await Host.DatabaseAsync(db => db.Files.ToListAsync()));
        Assert.Empty(await Host.DatabaseAsync(db => db.Messages.Where(message => message.Text != null && message.Text.Contains("ملف")).ToListAsync()));
    }

    private static Task<HttpResponseMessage> SendAsync(DirectLineVisitor visitor, HttpContent body) =>
        visitor.SendAsync(HttpMethod.Post, $"/conversations/{visitor.ConversationId}/upload?userId={visitor.User}", body);

    /// <summary>As Web Chat sends it: the activity first, then the files, their names in raw UTF-8.</summary>
    private static async Task<HttpResponseMessage> UploadAsync(DirectLineVisitor visitor, string text, params (string Name, byte[] Content)[] files)
    {
        const string Boundary = "----WebKitFormBoundaryKayan";
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = "upload-1" },
        };
        using var stream = new MemoryStream();
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{activity.ToJsonString()}\r\n");
        foreach (var (name, content) in files)
        {
            Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            stream.Write(content);
            Write("\r\n");
        }

        Write($"--{Boundary}--\r\n");
        using var body = new ByteArrayContent(stream.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        return await SendAsync(visitor, body);

        void Write(string line) => stream.Write(Encoding.UTF8.GetBytes(line));
    }

    /// <summary>A clock on which the patience with an upload lasts three seconds.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == UploadEndpoint.Patience ? TimeSpan.FromSeconds(3) : dueTime, period);
    }
}
