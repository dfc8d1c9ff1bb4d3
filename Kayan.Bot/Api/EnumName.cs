namespace Kayan.Bot.Api;

/// <summary>Reads the names of an enumeration as the API writes them: whole, in their letters, never as numbers or lists.</summary>
internal static class EnumName
{
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: false, out value) && Enum.GetName(value) == text;

    public static string OneOf<T>()
        where T : struct, Enum =>
        $"One of {string.Join(", ", Enum.GetNames<T>())}.";
}
