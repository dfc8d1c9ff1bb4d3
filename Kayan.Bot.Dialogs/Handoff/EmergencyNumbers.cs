namespace Kayan.Bot.Dialogs.Handoff;

/// <summary>Whom to call where somebody is in danger.</summary>
/// <param name="General">Police, ambulance, fire.</param>
/// <param name="Violence">Reports of violence in the family.</param>
/// <param name="Child">The children's help line.</param>
public sealed record EmergencyNumbers(string General, string Violence, string Child);
