namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Decides whether an answer is valid; it alone decides, and it runs even if nothing was recognised.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
