using System.Net;
using System.Net.Sockets;

namespace Kayan.Bot.Benchmarks;

/// <summary>A keep-alive connection that posts prepared requests, so that the load program costs as little as may be.</summary>
internal sealed class RawConnection : IDisposable
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> LengthName => "Content-Length: "u8;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[8192];

    public static async Task<RawConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        return connection;
    }

    /// <summary>Posts and reads the answer to its end.</summary>
    /// <returns>The status code.</returns>
    public async Task<int> PostAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        var filled = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The service closed the connection.");
            }

            filled += read;
            if (Complete(_buffer.AsSpan(0, filled)))
            {
                return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool Complete(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(HeadEnd);
        if (head < 0)
        {
            return false;
        }

        var length = answer[..head].IndexOf(LengthName);
        if (length < 0)
        {
            throw new IOException("The answer has no Content-Length.");
        }

        var digits = answer[(length + LengthName.Length)..head];
        var end = digits.IndexOf((byte)'\r');
        _ = int.TryParse(end < 0 ? digits : digits[..end], out var body);
        return answer.Length >= head + HeadEnd.Length + body;
    }
}
