namespace Kayan.Bot.Channels.Twilio;

/// <summary>A row of the table of errors.</summary>
/// <param name="Code">Twilio's number.</param>
/// <param name="Treatment">What becomes of the message.</param>
/// <param name="Ar">The sentence for the staff.</param>
/// <param name="En">The same in English.</param>
internal sealed record TwilioError(int Code, TwilioTreatment Treatment, string Ar, string En);
