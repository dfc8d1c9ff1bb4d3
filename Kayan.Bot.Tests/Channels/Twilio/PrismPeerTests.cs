using System.Diagnostics;
using Kayan.Bot.Channels;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Dialogs;
using Kayan.Bot.Domain.People;
using Kayan.Bot.Pipeline;
using Kayan.Bot.Templates;
using Kayan.Bot.Tests.Harness;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>What we send against Twilio's own description of its APIs, which Prism holds every request to.</summary>
public sealed class PrismPeerTests : IDisposable
{
    private readonly TwilioChannelRig _rig = new();
    private readonly List<Process> _started = [];

    public void Dispose()
    {
        _rig.Dispose();
        foreach (var prism in _started)
        {
            prism.Kill(entireProcessTree: true);
            prism.Dispose();
        }
    }

    [TwilioSpecsFact]
    public async Task Send_EveryFormOfAMessage_IsWhatTheDescriptionSays()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        var prism = await StartAsync("twilio-messages.openapi.json", "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json");
        OutgoingMessage[] onWhatsApp =
        [
            Message(MessageFactory.Text("مرحبا")),
            Message(MessageFactory.Text("مرحبا"), to: "SA.1A2B3C4D5E6F7G8H9I0J"),
            Message(Question(["نعم", "لا"])),
            Message(Question([.. Enumerable.Range(1, 10).Select(i => $"{i}")])),
            Message(MessageFactory.Text("مرحبا"), inWindow: false),
            .. TemplateFile.All.Where(template => template.Category is not null).Select(template => Message(
                new MessageForms { Template = template.Name, Variables = template.Samples.ToDictionary() }.On(MessageFactory.Text("x")), inWindow: false)),
        ];

        var whatsApp = _rig.Channel(ChannelKind.WhatsApp, twilio, options => options.BaseUrl = prism);
        Assert.All(onWhatsApp, message => Assert.IsType<SendOutcome.Accepted>(whatsApp.SendAsync(message, default).GetAwaiter().GetResult()));
        Assert.IsType<SendOutcome.Accepted>(await _rig.Channel(ChannelKind.Sms, twilio, options => options.BaseUrl = prism).SendAsync(onWhatsApp[0], default));
        var service = _rig.Channel(ChannelKind.Sms, twilio, options => (options.BaseUrl, options.SmsFrom, options.MessagingServiceSid) = (prism, null, "MG00000000000000000000000000000001"));
        Assert.IsType<SendOutcome.Accepted>(await service.SendAsync(onWhatsApp[0], default));

        // It would notice: a sid that is none is refused.
        _rig.Book.Use([new ContentTemplate { Name = "message", Language = "ar", Version = "x", Sid = "HX1", Variables = "text" }]);
        Assert.IsNotType<SendOutcome.Accepted>(await whatsApp.SendAsync(Message(MessageFactory.Text("مرحبا"), inWindow: false), default));
    }

    [TwilioSpecsFact]
    public async Task Templates_EveryOneOfTheCode_IsWhatTheDescriptionSays()
    {
        var prism = await StartAsync("twilio-content.openapi.json", "/v1/Content");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var api = new ContentApi(http, Options.Create(new TwilioOptions { AccountSid = "AC00000000000000000000000000000000", AuthToken = "t", ContentBaseUrl = prism }));

        foreach (var template in TemplateFile.All)
        {
            Assert.Matches("^HX[0-9a-f]{32}$", await api.CreateAsync(template, default));
        }

        await api.SubmitAsync("HX00000000000000000000000000000001", "kayan_x", "UTILITY", default);
        await api.ApprovalAsync("HX00000000000000000000000000000001", default);
        await Assert.ThrowsAsync<ContentApiException>(() => api.SubmitAsync("HX1", "kayan_x", "UTILITY", default));
    }

    private static OutgoingMessage Message(Activity activity, string to = "+966500000001", bool inWindow = true) =>
        new(Guid.CreateVersion7(), to, ActivityJson.Write(activity), inWindow, "ar");

    private static Activity Question(string[] labels)
    {
        var activity = MessageFactory.Text("numbered");
        activity.SuggestedActions = new SuggestedActions { Actions = [.. labels.Select(label => new CardAction(ActionTypes.ImBack, label, value: label))] };
        return new MessageForms { Question = "أي طلب؟" }.On(activity);
    }

    private async Task<string> StartAsync(string spec, string path)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine(Prerequisite.ProjectFolder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js"),
                "mock", "-h", "127.0.0.1", "-p", $"{port}", Path.Combine(TwilioSpecsFactAttribute.Folder, spec),
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        var prism = Process.Start(start)!;
        _started.Add(prism);
        prism.OutputDataReceived += (_, _) => { };
        prism.BeginOutputReadLine();
        prism.ErrorDataReceived += (_, _) => { };
        prism.BeginErrorReadLine();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                using var _ = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return $"http://127.0.0.1:{port}";
    }
}
