using System.Net.Sockets;
using System.Text;

namespace Kayan.Bot.Tests.Channels.WebChat;

/// <summary>Uploads that begin and do not end.</summary>
internal sealed class SlowUploads(Uri service) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly List<TcpClient> _lines = [];

    /// <summary>Sends the beginning of a file that is said to have so many bytes.</summary>
    public async Task BeginAsync(DirectLineVisitor visitor, int declared, byte[] beginning)
    {
        var line = new TcpClient();
        _lines.Add(line);
        await line.ConnectAsync(service.Host, service.Port);
        var head = $"POST /v3/directline/conversations/{visitor.ConversationId}/upload?userId={visitor.User} HTTP/1.1\r\nHost: {service.Authority}\r\n"
            + $"Authorization: Bearer {visitor.Token}\r\nContent-Type: image/jpeg\r\nContent-Length: {declared}\r\n\r\n";
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await line.GetStream().WriteAsync(beginning);
    }

    /// <summary>The status line of the first that is answered.</summary>
    public async Task<string> FirstAnswerAsync() =>
        await await Task.WhenAny(_lines.ConvertAll(StatusLineAsync)).WaitAsync(Limit);

    public void Dispose() => _lines.ForEach(line => line.Dispose());

    private static async Task<string> StatusLineAsync(TcpClient line)
    {
        using var reader = new StreamReader(line.GetStream(), Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync() ?? "";
    }
}
