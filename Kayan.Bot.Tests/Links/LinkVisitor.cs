using System.Net;
using System.Text.RegularExpressions;
using Kayan.Bot.Tests.Harness;

namespace Kayan.Bot.Tests.Links;

/// <summary>Somebody who opens the link of a text message in a browser without scripts.</summary>
internal sealed partial class LinkVisitor(TalkHost host)
{
    /// <summary>The path of the link in the newest text message to a person.</summary>
    public string LinkTo(TalkHost.Case person) => LinkIn(host.SentTo(person)[^1].Body);

    public static string LinkIn(string body) => Link().Match(body).Value;

    public Task<HttpResponseMessage> OpenAsync(string path) => host.Client.GetAsync(new Uri(host.Address, path));

    public async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await (await OpenAsync(path)).Content.ReadAsStringAsync());

    /// <summary>Fills in the form of a page and sends it; the page that this leads to.</summary>
    public async Task<(HttpStatusCode Status, string Page)> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        using var answer = await PostAsync(Action().Match(page).Groups[1].Value, [.. fields, .. Hidden(page)]);
        return answer.Headers.Location is { } next
            ? (answer.StatusCode, await ReadAsync(next.ToString()))
            : (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await host.Client.PostAsync(new Uri(host.Address, path), form);
    }

    private static IEnumerable<(string, string)> Hidden(string page) =>
        HiddenField().Matches(page).Select(field => (field.Groups[1].Value, field.Groups[2].Value));

    [GeneratedRegex("/s/[a-z0-9]{12}")]
    private static partial Regex Link();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();
}
