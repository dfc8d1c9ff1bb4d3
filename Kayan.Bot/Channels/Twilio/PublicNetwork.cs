using System.Net;
using System.Net.Sockets;

namespace Kayan.Bot.Channels.Twilio;

/// <summary>
/// Connects to addresses of the public internet only. The name is resolved once and the address that was checked is the one that is
/// connected to, so that a name cannot point elsewhere a moment later.
/// </summary>
internal static class PublicNetwork
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Unicast6 = IPNetwork.Parse("2000::/3");

    // Within it: tunnels and translations, behind which any IPv4 address may lie, and documentation.
    private static readonly IPNetwork[] Closed6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address is somewhere on the public internet, rather than this machine or the network around it.</summary>
    public static bool IsPublic(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Closed, network => network.Contains(address))
            : Unicast6.Contains(address) && !Array.Exists(Closed6, network => network.Contains(address));
    }

    /// <summary>Connects to a name that <paramref name="resolve"/> knows.</summary>
    /// <exception cref="HttpRequestException">None of its addresses is public.</exception>
    public static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint name, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellationToken)
    {
        var open = Array.FindAll(await resolve(name.Host, cancellationToken), IsPublic);
        if (open.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "No public address.");
        }

        return await OpenAsync(socket => socket.ConnectAsync(open, name.Port, cancellationToken));
    }

    /// <summary>Connects wherever the name leads, as to the operator's own proxy.</summary>
    public static ValueTask<Stream> ConnectAsync(DnsEndPoint name, CancellationToken cancellationToken) =>
        OpenAsync(socket => socket.ConnectAsync(name, cancellationToken));

    private static async ValueTask<Stream> OpenAsync(Func<Socket, ValueTask> connect)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connect(socket);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
