using Kayan.Bot.Domain.Faq;
using Kayan.Bot.Domain.Handoffs;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Dialogs;

/// <summary>
/// How a dialog ends: its result says what comes next, or null when nothing does. Dialogs need not know each other: only
/// <see cref="MainDialog"/> follows these.
/// </summary>
internal static class Next
{
    /// <summary>The message was not an answer to the question: understand it as if nothing had been asked.</summary>
    public const string Understand = "understand";

    /// <summary>Stops the messages that the service starts by itself; confirmed in one sentence and nothing more.</summary>
    public const string Stop = "stop";

    public const string Answer = "answer:";
    public const string Do = "do:";
    public const string Offer = "offer:";
    public const string Human = "human:";

    private const string Key = "Kayan.Next";

    /// <summary>The answer of an FAQ entry.</summary>
    public static string ToAnswer(string key) => Answer + key;

    /// <summary>What an intent asks for.</summary>
    public static string ToDo(Intent intent) => Do + intent;

    /// <summary>Asks whether to hand over, in the words of a text.</summary>
    public static string ToOffer(HandoffReason reason, string text) => $"{Offer}{reason}:{text}";

    /// <summary>Hands over.</summary>
    public static string ToHuman(HandoffReason reason) => Human + reason;

    /// <summary>A prompt got no answer: says what comes instead, for the dialog that asked to end with.</summary>
    public static void Instead(ITurnContext turn, string next) => turn.TurnState[Key] = next;

    /// <summary>What comes instead of the answer that a prompt did not get.</summary>
    public static string? Instead(ITurnContext turn) =>
        turn.TurnState.Remove(Key, out var next) ? next as string : null;
}
