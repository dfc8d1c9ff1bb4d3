using Kayan.Bot.Domain.Requests;

namespace Kayan.Bot.Requests;

/// <summary>What became of a new request.</summary>
internal abstract record ReceiveOutcome
{
    /// <summary>It was received.</summary>
    internal sealed record Received(Request Request) : ReceiveOutcome;

    /// <summary>It was received before under the same key; nothing changed.</summary>
    internal sealed record Repeated(Request Request) : ReceiveOutcome;

    /// <summary>The key was used before for another request; nothing changed.</summary>
    internal sealed record KeyReused : ReceiveOutcome;

    /// <summary>The phone number is on file for somebody else; nothing changed.</summary>
    internal sealed record PhoneTaken : ReceiveOutcome;
}
