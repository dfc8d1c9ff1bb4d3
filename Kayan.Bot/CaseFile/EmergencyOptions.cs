using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.CaseFile;

/// <summary>Section "Emergency": the numbers that a person in danger is given at once.</summary>
internal sealed class EmergencyOptions
{
    public const string Section = "Emergency";

    /// <summary>Police, ambulance, fire. Default: 911.</summary>
    [Required, RegularExpression("[0-9]{3,10}")]
    public string General { get; set; } = "911";

    /// <summary>Reports of violence in the family. Default: 1919.</summary>
    [Required, RegularExpression("[0-9]{3,10}")]
    public string Violence { get; set; } = "1919";

    /// <summary>The children's help line. Default: 116111.</summary>
    [Required, RegularExpression("[0-9]{3,10}")]
    public string Child { get; set; } = "116111";
}
