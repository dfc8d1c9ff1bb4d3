namespace Kayan.Bot.Simulator;

/// <summary>What shall go wrong with the next message to a simulated phone.</summary>
/// <param name="Code">Twilio's code.</param>
/// <param name="At">Where it shows.</param>
internal sealed record PhoneTrouble(int Code, TroubleAt At);

/// <summary>Where a failure shows.</summary>
internal enum TroubleAt
{
    /// <summary>In the answer to the request.</summary>
    Request,

    /// <summary>Later, in a status callback.</summary>
    Delivery,
}
