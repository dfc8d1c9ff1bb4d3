using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Channels.WebChat;

/// <summary>How often one network may begin, and one conversation may write.</summary>
internal sealed class ChatLimits(IOptions<WebChatOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _tokens = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(options.Value.TokensPerMinute)));

    private readonly PartitionedRateLimiter<string> _messages = PartitionedRateLimiter.Create<string, string>(
        conversation => RateLimitPartition.GetTokenBucketLimiter(conversation, _ => Bucket(options.Value.MessagesPerMinute)));

    public bool MayBegin(IPAddress? address)
    {
        using var lease = _tokens.AttemptAcquire(Network(address));
        return lease.IsAcquired;
    }

    public bool MayWrite(string conversationId)
    {
        using var lease = _messages.AttemptAcquire(conversationId);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _messages.Dispose();
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60 / perMinute)),
        QueueLimit = 0,
    };

    /// <summary>One IPv6 subscriber has a whole /64.</summary>
    internal static IPAddress Network(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4() ?? IPAddress.None;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
