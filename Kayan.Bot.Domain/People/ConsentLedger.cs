using Kayan.Bot.Domain.Messages;

namespace Kayan.Bot.Domain.People;

/// <summary>
/// Whether there is a basis for a message at this moment. News of a person's own request, and the question how they found its handling,
/// belong to the service that they asked for (the policy makes both their right): they go until the person takes that back. Anything
/// general goes only to those who asked for it. An answer always goes.
/// </summary>
public static class ConsentLedger
{
    /// <summary>Whether a message of this class may go, by the lines of all of the person's conversations, in any order.</summary>
    public static bool Allows(MessageClass messageClass, IReadOnlyCollection<Consent> lines) => messageClass switch
    {
        MessageClass.Reply or MessageClass.Code => true,
        MessageClass.Service => Newest(MessageClass.Service, lines) != false,
        MessageClass.Survey => Newest(MessageClass.Survey, lines) != false && Newest(MessageClass.Service, lines) != false,
        MessageClass.Awareness => Newest(MessageClass.Awareness, lines) == true,
        _ => throw new ArgumentOutOfRangeException(nameof(messageClass), messageClass, "No such class."),
    };

    private static bool? Newest(MessageClass messageClass, IEnumerable<Consent> lines) =>
        lines.Where(line => line.Class == messageClass).MaxBy(line => line.Id)?.Given;
}
