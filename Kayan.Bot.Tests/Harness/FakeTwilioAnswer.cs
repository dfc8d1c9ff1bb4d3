namespace Kayan.Bot.Tests.Harness;

/// <summary>What the fake does with one request to send a message.</summary>
public sealed record FakeTwilioAnswer
{
    private FakeTwilioAnswer()
    {
    }

    public enum Ending
    {
        /// <summary>Status and body.</summary>
        Answer,

        /// <summary>No byte until the client goes away.</summary>
        Hang,

        /// <summary>The connection is cut.</summary>
        Reset,

        /// <summary>The body comes byte by byte, slower than anybody waits.</summary>
        SlowBytes,
    }

    /// <summary>Taken: 201 and the message.</summary>
    public static FakeTwilioAnswer Created { get; } = new() { Accepts = true, Status = 201 };

    /// <summary>401 with code 20003.</summary>
    public static FakeTwilioAnswer Unauthorized { get; } = Error(401, 20003);

    /// <summary>Not taken, and silent.</summary>
    public static FakeTwilioAnswer Hang { get; } = new() { End = Ending.Hang };

    /// <summary>Not taken, connection cut.</summary>
    public static FakeTwilioAnswer Reset { get; } = new() { End = Ending.Reset };

    /// <summary>Taken, but the client never learns.</summary>
    public static FakeTwilioAnswer AcceptThenHang { get; } = Created with { End = Ending.Hang };

    /// <summary>Taken, connection cut before the answer.</summary>
    public static FakeTwilioAnswer AcceptThenReset { get; } = Created with { End = Ending.Reset };

    /// <summary>Taken, and the answer drips.</summary>
    public static FakeTwilioAnswer SlowBytes { get; } = Created with { End = Ending.SlowBytes };

    /// <summary>Taken, and 201 with half a JSON document.</summary>
    public static FakeTwilioAnswer BadJson { get; } = Created with { Body = "{\"sid\": \"SM12" };

    /// <summary>Whether the message stands in the ledger afterwards.</summary>
    public bool Accepts { get; private init; }

    public int Status { get; private init; }

    public int? Code { get; private init; }

    public string? Body { get; private init; }

    public int? RetryAfterSeconds { get; private init; }

    public Ending End { get; private init; }

    /// <summary>Not taken: a status with one of Twilio's error codes.</summary>
    public static FakeTwilioAnswer Error(int status, int code) => new() { Status = status, Code = code };

    /// <summary>Not taken: as <see cref="Error"/>, in words of one's own.</summary>
    public static FakeTwilioAnswer Saying(int status, int code, string message) =>
        Error(status, code) with { Body = $$"""{"code":{{code}},"message":"{{message}}","status":{{status}}}""" };

    /// <summary>Not taken: 429 with code 20429.</summary>
    public static FakeTwilioAnswer TooManyRequests(int? retryAfterSeconds = null) =>
        Error(429, 20429) with { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>A status with a page that is no JSON, as from a proxy; taken or not.</summary>
    public static FakeTwilioAnswer Page(int status, bool accepted = false) =>
        new() { Status = status, Body = "<html>unavailable</html>", Accepts = accepted };
}
