namespace Kayan.Bot.Templates;

/// <summary>A button, or a row of a list.</summary>
/// <param name="Id">Comes back when it is tapped; up to 200 characters.</param>
/// <param name="Title">What stands on it: up to 20 characters, in a list 24.</param>
internal sealed record TemplateButton(string Id, string Title);
