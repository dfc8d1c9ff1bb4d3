namespace Microsoft.Bot.Schema;

/// <summary>Control moves to someone else.</summary>
public interface IHandoffActivity : IActivity;
