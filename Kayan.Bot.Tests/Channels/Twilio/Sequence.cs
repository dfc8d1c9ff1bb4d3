namespace Kayan.Bot.Tests.Channels.Twilio;

/// <summary>Numbers from a seed, the same on every machine and version.</summary>
internal sealed class Sequence(int seed)
{
    private ulong _state = ((ulong)seed * 0x9E3779B97F4A7C15) + 0x1234567;

    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)below);
    }
}
