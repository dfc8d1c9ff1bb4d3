namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for in a text.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Leaves the choices' values out.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leaves the titles of their buttons out.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether a number names a choice by its place; default true.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether an ordinal names a choice by its place; default true.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
