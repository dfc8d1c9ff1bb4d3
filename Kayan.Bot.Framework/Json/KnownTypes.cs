using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kayan.Bot.Framework;

// The closed list of types that may travel as JSON: the framework's own and what the application has registered.
internal sealed class KnownTypes
{
    private static readonly Lock Gate = new();
    private static ImmutableArray<IJsonTypeInfoResolver> _registered = [];
    private static KnownTypes _current = new();

    private KnownTypes()
    {
        Wire = Options(FrameworkJsonContext.Default, JsonIgnoreCondition.WhenWritingNull);

        // An application's type keeps its nulls: a null that was left out comes back as the type's own default value.
        State = Options(FrameworkJsonContext.Default.WithAddedModifier(LeaveNullsOut), JsonIgnoreCondition.Never);
        State.Converters.Add(new JsonStringEnumConverter());
        Wire.MakeReadOnly();
        State.MakeReadOnly();
    }

    public static KnownTypes Current => Volatile.Read(ref _current);

    public JsonSerializerOptions Wire { get; }

    public JsonSerializerOptions State { get; }

    public static void Register(IJsonTypeInfoResolver resolver)
    {
        lock (Gate)
        {
            if (_registered.Contains(resolver))
            {
                return;
            }

            _registered = _registered.Add(resolver);
            Volatile.Write(ref _current, new KnownTypes());
        }
    }

    public static JsonTypeInfo Of(Type type, JsonSerializerOptions options)
    {
        try
        {
            return options.GetTypeInfo(type);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            throw new NotSupportedException(
                $"{type} is not on the list of types that may be kept in state or sent. Name it in a JsonSerializerContext by "
                + "[JsonSerializable] and register that context with StateJson.Register before the first turn.",
                e);
        }
    }

    private static JsonSerializerOptions Options(IJsonTypeInfoResolver own, JsonIgnoreCondition nulls) => new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine([own, .. _registered]),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = nulls,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 128,
    };

    private static void LeaveNullsOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var nullable = !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null;
            if (nullable && !property.IsExtensionData)
            {
                property.ShouldSerialize = static (_, value) => value is not null;
            }
        }
    }
}
