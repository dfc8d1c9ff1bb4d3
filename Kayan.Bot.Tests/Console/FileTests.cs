using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Schema;
using static Microsoft.Playwright.Assertions;

namespace Kayan.Bot.Tests.Console;

/// <summary>A worker fetches what a person sent: as a download, under its own name.</summary>
public sealed class FileTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private ConsoleWorld _world = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(20_000);
        _world = await ConsoleWorld.StartAsync();
        await _world.StaffAsync("noura", "نورة");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [ChromiumFact]
    public async Task Worker_FetchesAFileOutOfTheTranscript()
    {
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 7, 7, 7];
        var id = await _world.ConversationAsync(ChannelKind.WebChat, "dl_7", null, (Author.Person, "هذي صورتي"));
        await _world.Host.DatabaseAsync(async db =>
        {
            var message = db.Messages.Single(line => line.ConversationId == id);
            var file = ReceivedFile.Of("صورة الهوية.jpg", photo)!;
            var activity = new Activity { Type = ActivityTypes.Message, Text = message.Text, Attachments = [file.ToAttachment()] };
            message.Activity = ActivityJson.Write(activity);
            db.Files.Add(new StoredFile { Id = file.Id, MessageId = message.Id, Name = file.Name, ContentType = file.ContentType, Content = file.Content });
            return await db.SaveChangesAsync();
        });
        await _world.WaitsAsync(id);
        var page = await _world.SignInAsync(browser, "noura", $"/console/conversations/{id}");

        var link = page.GetByText("صورة الهوية.jpg");
        await Expect(link).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        Assert.Equal("صورة الهوية.jpg", download.SuggestedFilename);
        Assert.Equal(photo, await File.ReadAllBytesAsync(await download.PathAsync()));
        var answer = await page.Context.APIRequest.GetAsync(new Uri(_world.Host.Address, await link.GetAttributeAsync("href") ?? "").ToString());
        Assert.Equal(("nosniff", true), (answer.Headers["x-content-type-options"], answer.Headers["content-disposition"].StartsWith("attachment", StringComparison.Ordinal)));
        var absent = await page.Context.APIRequest.GetAsync(new Uri(_world.Host.Address, $"{FileEndpoints.Path}/{Guid.CreateVersion7()}").ToString());
        Assert.Equal(404, absent.Status);
        await page.Context.CloseAsync();
    }
}
