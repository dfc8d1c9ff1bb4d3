using Kayan.Bot.Channels;

namespace Kayan.Bot.Pipeline;

/// <summary>
/// How much one sender may send now: a token bucket that holds a quarter of a second, closed for a while when the provider says that it
/// is too much, or does not answer. After a silence one message goes ahead to see whether the provider is back.
/// </summary>
internal sealed class SendGate(int perSecond, TimeProvider time)
{
    /// <summary>So many tries in a row without an answer close the gate.</summary>
    public const int Patience = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FirstSilence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly double _capacity = Math.Max(1, perSecond / 4.0);

    private double _tokens = Math.Max(1, perSecond / 4.0);
    private long _filledAt = time.GetTimestamp();
    private long _closedAt;
    private TimeSpan _closedFor;
    private int _tooMany;
    private int _silent;
    private bool _ahead;

    /// <summary>A change of the provider's.</summary>
    public enum Turn
    {
        /// <summary>None.</summary>
        None,

        /// <summary>It has not answered for <see cref="Patience"/> tries.</summary>
        FellSilent,

        /// <summary>It answers again.</summary>
        Answers,
    }

    /// <summary>Units that may be sent now.</summary>
    public int Free()
    {
        lock (_lock)
        {
            return Open();
        }
    }

    /// <summary>When <see cref="Free"/> may be more than 0 again; zero where it is.</summary>
    public TimeSpan Wait()
    {
        lock (_lock)
        {
            if (Open() > 0)
            {
                return TimeSpan.Zero;
            }

            var closed = _closedFor - time.GetElapsedTime(_closedAt);
            var filling = TimeSpan.FromSeconds(Math.Max(0, 1 - _tokens) / perSecond);
            return (closed > filling ? closed : filling) + TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>Takes one unit, if there is one.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (Open() == 0)
            {
                return false;
            }

            Take(1);
            return true;
        }
    }

    /// <summary>Takes units for what is on its way; more than there are only make the next wait longer.</summary>
    public void Take(int units)
    {
        lock (_lock)
        {
            Open();
            _tokens -= units;
            _ahead |= _silent >= Patience;
        }
    }

    /// <summary>A unit that was not used.</summary>
    public void PutBack()
    {
        lock (_lock)
        {
            _tokens = Math.Min(_capacity, _tokens + 1);
            _ahead = false;
        }
    }

    /// <summary>Learns from what became of a send.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="jitter">0.9 to 1.1, so that several processes do not come back at the same moment.</param>
    /// <returns>What this outcome changed about the provider.</returns>
    public Turn Note(SendOutcome outcome, double jitter)
    {
        lock (_lock)
        {
            var wasSilent = _silent >= Patience;
            Learn(outcome, jitter);
            return (wasSilent, _silent >= Patience) switch
            {
                (false, true) => Turn.FellSilent,
                (true, false) => Turn.Answers,
                _ => Turn.None,
            };
        }
    }

    private void Learn(SendOutcome outcome, double jitter)
    {
        _ahead = false;
        switch (outcome)
        {
            case SendOutcome.Retry { Code: { } code, After: var after } when IsTooMany(code):
                (_silent, _tooMany) = (0, _tooMany + 1);
                Close(Later(FirstPause, _tooMany, jitter), after);
                break;
            case SendOutcome.Ambiguous or SendOutcome.Retry { Code: null }:
                _silent++;
                if (_silent >= Patience)
                {
                    Close(Later(FirstSilence, _silent - Patience + 1, jitter), null);
                }

                break;
            case SendOutcome.Looping or SendOutcome.NoTemplate:
                break; // the provider was not asked
            default:
                (_silent, _tooMany) = (0, 0);
                break;
        }
    }

    // Too many requests, a full queue, WhatsApp's rate: https://www.twilio.com/docs/api/errors
    private static bool IsTooMany(int code) => code is 20429 or 21611 or 30001 or 63017 or 63018;

    private static TimeSpan Later(TimeSpan first, int times, double jitter)
    {
        var pause = first * Math.Pow(2, Math.Min(times - 1, 20)) * jitter;
        return pause < Longest ? pause : Longest * jitter;
    }

    private void Close(TimeSpan pause, TimeSpan? asked)
    {
        var longer = asked > pause ? asked.Value : pause;
        if (longer > _closedFor - time.GetElapsedTime(_closedAt))
        {
            (_closedAt, _closedFor) = (time.GetTimestamp(), longer);
        }
    }

    private int Open()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(_capacity, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
        _filledAt = now;
        if (time.GetElapsedTime(_closedAt, now) < _closedFor)
        {
            return 0;
        }

        var free = (int)Math.Min(int.MaxValue, Math.Max(0, _tokens));
        return _silent < Patience ? free : _ahead ? 0 : Math.Min(1, free);
    }
}
