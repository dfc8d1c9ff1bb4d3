using Kayan.Bot.Framework;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads values whose type is not known for sure.</summary>
public static class ObjectPath
{
    /// <summary>
    /// A value as <typeparamref name="T"/>: as it is when it has that type, else converted through JSON. Null gives default.
    /// Step options, step values and validations are read by it, because they come back from the storage as JSON.
    /// </summary>
    public static T MapValueTo<T>(object val) => StateJson.Convert<T>(val);
}
