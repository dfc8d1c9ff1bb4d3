using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Kayan.Bot.Settings;

/// <summary>
/// Every setting, read from the options classes themselves: each class of this assembly named *Options, its section and meanings from
/// its comments, the defaults from a new instance, the ranges from its annotations.
/// </summary>
internal static partial class SettingsCatalogue
{
    // The one that a check of its own asks for instead of an annotation.
    private const string SigningKey = "WebChat:SigningKey";

    private static readonly HashSet<string> Secrets = [SigningKey, "WebChat:Secret", "Twilio:AuthToken", "Observability:MetricsKey"];

    /// <summary>What has to be set first, the rest by name.</summary>
    public static IReadOnlyList<SettingsSection> Sections { get; } = ReadSections();

    public static IEnumerable<Setting> All => Sections.SelectMany(section => section.Settings);

    private static List<SettingsSection> ReadSections()
    {
        var comments = SettingsComments.Load();
        var sections = OptionsClasses()
            .Select(type => Section(type, comments))
            .OrderByDescending(section => section.Settings.Any(setting => setting.IsRequired))
            .ThenBy(section => section.Name, StringComparer.Ordinal);
        return [HostSettings.Section, .. sections];
    }

    /// <summary>The classes of our own; those that extend a framework's options bind no section.</summary>
    internal static IEnumerable<Type> OptionsClasses() =>
        typeof(SettingsCatalogue).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, IsNested: false } && type.BaseType == typeof(object)
            && type.Name.EndsWith("Options", StringComparison.Ordinal));

    private static SettingsSection Section(Type type, SettingsComments comments)
    {
        var name = comments.SectionOf(type);
        var defaults = Activator.CreateInstance(type)!;
        var settings = Settable(type).SelectMany(property => Describe(property, name, defaults, comments));
        return new(name, comments.MeaningOf(type), [.. settings]);
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } || ItemOf(property.PropertyType) is not null);

    private static IEnumerable<Setting> Describe(PropertyInfo property, string section, object defaults, SettingsComments comments)
    {
        var name = $"{section}:{property.Name}";
        var item = ItemOf(property.PropertyType);
        if (item is null || IsSimple(item))
        {
            return [Of(property, item is null ? name : name + ":0", property.GetValue(defaults), comments)];
        }

        var first = Activator.CreateInstance(item)!;
        return Settable(item).SelectMany(part => Describe(part, name + ":0", first, comments));
    }

    private static Setting Of(PropertyInfo property, string name, object? value, SettingsComments comments)
    {
        var type = ItemOf(property.PropertyType) ?? property.PropertyType;
        if (!IsSimple(type))
        {
            throw new InvalidOperationException($"The catalogue of settings does not know how {name} is written: {type}.");
        }

        var (meaning, inWords) = comments.MeaningAndDefaultOf(property);
        var isRequired = name == SigningKey || (property.IsDefined(typeof(RequiredAttribute)) && value is null or "");
        return new(name, meaning, Written(value) is { Length: > 0 } written ? written : isRequired ? "" : inWords ?? "none")
        {
            Range = RangeOf(property, type),
            IsRequired = isRequired,
            IsSecret = Secrets.Contains(name),
            Proposed = isRequired && !Secrets.Contains(name) ? "" : null,
        };
    }

    private static string? RangeOf(PropertyInfo property, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{Written(range.Minimum)} to {Written(range.Maximum)}"
            : property.GetCustomAttribute<RegularExpressionAttribute>() is { } match ? Must(match.ErrorMessage) ?? $"must match {match.Pattern}"
            : Must(property.GetCustomAttribute<UrlAttribute>()?.ErrorMessage)
            ?? (plain.IsEnum ? string.Join(", ", Enum.GetNames(plain)) : plain == typeof(bool) ? "true, false" : null);
    }

    /// <summary>What an error message asks for, without the name of the setting before it and the advice after it.</summary>
    private static string? Must(string? message) => message is null ? null : Demand().Match(message).Value;

    [GeneratedRegex(@"must .+?(?=\. |\.?$)")]
    private static partial Regex Demand();

    private static string? Written(object? value) => value switch
    {
        TimeSpan { Ticks: var ticks } span when ticks % TimeSpan.TicksPerSecond != 0 => span.ToString(@"hh\:mm\:ss\.FFFFFFF", CultureInfo.InvariantCulture),
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateOnly date => date == default ? null : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable => null,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsSimple(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Uri)
            || plain == typeof(TimeSpan) || plain == typeof(TimeOnly) || plain == typeof(DateOnly);
    }
}
