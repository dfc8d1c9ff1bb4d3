#if !MICROSOFT_BOT_FRAMEWORK
using System.Runtime.CompilerServices;
#endif
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;

namespace Kayan.Bot.Tests.Framework;

public enum Colour
{
    Red,
    Green,
}

public sealed class Profile
{
    public string? Name { get; set; } = "nobody";

    public int Visits { get; set; }

    public Colour Colour { get; set; }

    public List<string> Wishes { get; set; } = [];
}

public sealed class Document : IStoreItem
{
    public string? Text { get; set; }

    public string? ETag { get; set; }
}

/// <summary>A type that is on nobody's list.</summary>
public sealed class Unlisted
{
    public int Number { get; set; }
}

[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Document))]
internal sealed partial class TestTypesJson : JsonSerializerContext
{
#if !MICROSOFT_BOT_FRAMEWORK
#pragma warning disable CA2255 // The list of types has to be known before the first test of any class.
    [ModuleInitializer]
    internal static void Register() => Kayan.Bot.Framework.StateJson.Register(Default);
#pragma warning restore CA2255
#endif
}
