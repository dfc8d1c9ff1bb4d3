namespace Kayan.Bot.Console;

/// <summary>A piece of a text, and whether it is a number that reads from left to right.</summary>
internal readonly record struct BidiRun(string Text, bool IsNumber);
