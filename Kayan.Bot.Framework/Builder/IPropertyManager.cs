namespace Microsoft.Bot.Builder;

/// <summary>Makes property accessors.</summary>
public interface IPropertyManager
{
    /// <summary>An accessor for the property of this name.</summary>
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
