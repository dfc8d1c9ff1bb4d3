namespace Microsoft.Bot.Schema;

/// <summary>A named action with parameters, understood by the recipient.</summary>
public class SemanticAction
{
    /// <summary>An empty action.</summary>
    public SemanticAction()
    {
    }

    /// <summary>An action by id.</summary>
    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default)
    {
        Id = id;
        Entities = entities;
    }

    /// <summary>Which action.</summary>
    public string Id { get; set; }

    /// <summary>Its parameters.</summary>
    public IDictionary<string, Entity> Entities { get; set; }

    /// <summary>"start", "continue" or "done".</summary>
    public string State { get; set; }
}
