namespace Kayan.Bot.Handoffs;

/// <summary>The member of staff who acts: the row id, and the name that the person sees.</summary>
internal readonly record struct Worker(long Id, string Name);
