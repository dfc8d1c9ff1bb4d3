using System.Net;
using System.Threading.RateLimiting;
using Kayan.Bot.Channels.WebChat;
using Microsoft.Extensions.Options;

namespace Kayan.Bot.Links;

/// <summary>Counts the codes that lead nowhere for each network. Only those count: many phones share one network, and their links are right.</summary>
internal sealed class LinkGuesses(IOptions<LinkOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _misses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        network => RateLimitPartition.GetTokenBucketLimiter(network, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.GuessesPerMinute,
            TokensPerPeriod = options.Value.GuessesPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    public bool AreTooMany(IPAddress? from) => _misses.GetStatistics(ChatLimits.Network(from)) is { CurrentAvailablePermits: 0 };

    public void Count(IPAddress? from)
    {
        using var lease = _misses.AttemptAcquire(ChatLimits.Network(from));
    }

    public void Dispose() => _misses.Dispose();
}
