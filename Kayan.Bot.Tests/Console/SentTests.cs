using System.Net;
using System.Net.Http.Headers;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Files;
using Kayan.Bot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Tests.Console;

/// <summary>What people send, from the webhook to the page of the worker who looks at it.</summary>
public sealed class SentTests : IAsyncLifetime
{
    private static readonly byte[] Voice = [.. "OggS"u8, 0, 2, 0, 0, 9, 9, 9];

    private FakeTwilio _twilio = null!;
    private ConsoleWorld _world = null!;
    private HttpClient _worker = null!;

    public async Task InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _world = await ConsoleWorld.StartAsync(host => host.With(_twilio));
        await _world.StaffAsync("noura", "نورة");
        _worker = _world.Visitor();
        (await ConsoleWorld.SignInAsync(_worker, "noura", ConsoleWorld.Password)).Dispose();
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        await _world.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task VoiceNote_IsPlayedOnThePage_AlsoInParts()
    {
        await Phone().MediaAsync("", ("audio/ogg; codecs=opus", _twilio.Media.Add(Voice, "audio/ogg")));
        await Eventually.HoldsAsync(() => _world.Host.DatabaseAsync(db => db.Files.AnyAsync(file => file.State == FileState.Stored)));
        var url = FileEndpoints.UrlOf((await _world.Host.DatabaseAsync(db => db.Files.SingleAsync())).Id);

        using var page = await _worker.GetAsync(await PageAsync());
        Assert.Contains($"src=\"{url}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("media-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var part = new HttpRequestMessage(HttpMethod.Get, url);
        part.Headers.Range = new RangeHeaderValue(2, 5);
        using var answer = await _worker.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Voice[2..6], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/ogg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task File_ThatIsOnItsWayOrRefused_SaysSoAndIsNoLink()
    {
        await Phone().MediaAsync("", ("image/jpeg", _twilio.Media.Add(503)));
        await Eventually.HoldsAsync(() => Task.FromResult(_twilio.Media.Asked.Count == 1));
        var waiting = await _worker.GetStringAsync(await PageAsync());
        Assert.Contains("يجري تنزيله", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain(FileEndpoints.Path, waiting, StringComparison.Ordinal);

        var file = await _world.Host.DatabaseAsync(db => db.Files.SingleAsync());
        using var absent = await _worker.GetAsync(FileEndpoints.UrlOf(file.Id));
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);

        await _world.Host.DatabaseAsync(db => db.Files.ExecuteUpdateAsync(set => set
            .SetProperty(f => f.State, FileState.Refused).SetProperty(f => f.Reason, FileRefusal.TooLarge)));
        Assert.Contains("أكبر من 16", await _worker.GetStringAsync(await PageAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_IsALinkWithItsCoordinates()
    {
        await Phone().SendAsync((account, sid) =>
        [
            .. FakeTwilioWebhook.WhatsApp(account, sid, "+966500000001", "").Where(field => field.Key != "MessageType"),
            new("Latitude", "24.7136"), new("Longitude", "46.6753"), new("Label", "<b>البيت</b>"),
        ]);

        var page = await _worker.GetStringAsync(await PageAsync());
        Assert.Contains("https://www.google.com/maps/search/?api=1&amp;query=24.7136,46.6753", page, StringComparison.Ordinal);
        Assert.Contains("24.7136, 46.6753", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>البيت", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eنورة من الجمعية\u2066")]
    public async Task ProfileName_WhateverIsInIt_NeverReachesThePageAsItIs(string name)
    {
        var sender = Phone("SA.1A2B3C");
        await sender.SendAsync((account, sid) => FakeTwilioWebhook.WithoutPhone(account, sid, "SA.1A2B3C", "السلام عليكم", name));

        var page = await _worker.GetStringAsync(await PageAsync());
        Assert.Contains("السلام عليكم", page, StringComparison.Ordinal);
        Assert.Contains("غير ظاهر", page, StringComparison.Ordinal);
        Assert.DoesNotContain(name, page, StringComparison.Ordinal);
        Assert.DoesNotContain("tel:SA", page, StringComparison.Ordinal);
    }

    private FakeTwilioPhone Phone(string number = "+966500000001") => _twilio.Phone(_world.Host, number);

    private async Task<string> PageAsync() =>
        $"/console/conversations/{await _world.Host.DatabaseAsync(db => db.Conversations.Where(c => c.Channel == ChannelKind.WhatsApp).Select(c => c.Id).SingleAsync())}";
}
