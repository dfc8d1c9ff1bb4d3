using System.Net;
using System.Net.Sockets;

namespace Kayan.Bot.Tests.Harness;

/// <summary>A loopback port that nobody listens on at the moment.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
