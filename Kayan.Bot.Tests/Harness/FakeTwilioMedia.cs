using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Kayan.Bot.Tests.Harness;

/// <summary>What people sent, below the account at the fake: each answers as it was told to.</summary>
public sealed class FakeTwilioMedia(FakeTwilioAccount account)
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, CancellationToken, Task>> _answers = [];
    private readonly ConcurrentQueue<string> _asked = [];

    public string BaseAddress { get; set; } = "";

    /// <summary>The addresses that were asked for, each time.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Keeps a file; its address.</summary>
    public string Add(byte[] content, string contentType = "application/octet-stream", string? name = null) => Add((context, stopping) =>
    {
        context.Response.ContentType = contentType;
        if (name is not null)
        {
            context.Response.Headers.ContentDisposition = $"inline; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        }

        return context.Response.Body.WriteAsync(content, stopping).AsTask();
    });

    /// <summary>Answers with a status only, perhaps with another address.</summary>
    public string Add(int status, string? location = null) => Add((context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <summary>Answers as told; the address.</summary>
    public string Add(Func<HttpContext, CancellationToken, Task> answer)
    {
        var path = $"/2010-04-01/Accounts/{account.Sid}/Messages/{FakeTwilioWebhook.NewSid("MM")}/Media/{FakeTwilioWebhook.NewSid("ME")}";
        _answers[path] = answer;
        return BaseAddress + path;
    }

    /// <summary>From now on that address answers otherwise.</summary>
    public void Change(string address, byte[] content) =>
        _answers[new Uri(address).AbsolutePath] = (context, stopping) => context.Response.Body.WriteAsync(content, stopping).AsTask();

    internal bool Has(PathString path) => _answers.ContainsKey(path.Value ?? "");

    internal Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        _asked.Enqueue(BaseAddress + context.Request.Path.Value);
        return _answers[context.Request.Path.Value!](context, stopping);
    }
}
