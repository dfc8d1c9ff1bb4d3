using System.Net;
using System.Net.Sockets;

namespace Kayan.Bot.Benchmarks;

/// <summary>A keep-alive connection that posts prepared requests, so that the load program costs as little as may be.</summary>
internal sealed class RawConnection : IDisposable
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> LengthName => "Content-Length: "u8;

    private readonly byte[] _buffer = new byte[8192];
    private int _filled;

    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>For <see cref="Send"/> and <see cref="Receive"/> alone: a socket that was once awaited wakes the runtime's threads with each answer.</summary>
    public static RawConnection Open(int port)
    {
        var connection = new RawConnection();
        connection.Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        return connection;
    }

    /// <summary>For <see cref="PostAsync"/>.</summary>
    public static async Task<RawConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        await connection.Socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        return connection;
    }

    /// <summary>Posts and reads the answer to its end.</summary>
    /// <returns>The status code.</returns>
    public async Task<int> PostAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await Socket.SendAsync(request, cancellationToken);
        int? status;
        do
        {
            status = Take(await Socket.ReceiveAsync(_buffer.AsMemory(_filled), cancellationToken));
        }
        while (status is null);
        return status.Value;
    }

    /// <summary>Posts without waiting for the answer.</summary>
    public void Send(ReadOnlySpan<byte> request) => Socket.Send(request);

    /// <summary>Reads the answer to what was sent.</summary>
    /// <returns>The status code.</returns>
    public int Receive()
    {
        int? status;
        do
        {
            status = Take(Socket.Receive(_buffer.AsSpan(_filled)));
        }
        while (status is null);
        return status.Value;
    }

    public void Dispose() => Socket.Dispose();

    private int? Take(int read)
    {
        if (read == 0)
        {
            throw new IOException("The service closed the connection.");
        }

        _filled += read;
        if (!Complete(_buffer.AsSpan(0, _filled)))
        {
            return null;
        }

        _filled = 0;
        return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');
    }

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
