namespace Kayan.Bot.Dialogs.Verification;

/// <summary>What became of a code, and how many tries are left.</summary>
public sealed record CodeCheck(CodeResult Result, int TriesLeft = 0);
