using System.ComponentModel.DataAnnotations;

namespace Kayan.Bot.Observability;

/// <summary>Section "Observability": who may look at the measures, and where traces go.</summary>
internal sealed class ObservabilityOptions
{
    public const string Section = "Observability";

    /// <summary>
    /// The key that /metrics, and the names of failing checks under /health/ready, are asked for with:
    /// <c>Authorization: Bearer …</c>, 24 characters or more. Without one they answer only on the machine itself, to a caller without
    /// a proxy in between. Default: none.
    /// </summary>
    [RegularExpression(
        "^.{24,}$",
        ErrorMessage = "Observability:MetricsKey must have 24 characters or more. Set the environment variable Observability__MetricsKey.")]
    public string? MetricsKey { get; set; }

    /// <summary>How old the figures that are read from the database may be. Default: 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Observability:ReadEvery must be between 0 and 5 minutes.")]
    public TimeSpan ReadEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Where traces and measures are sent by OTLP, for example http://collector:4317. Default: what OTEL_EXPORTER_OTLP_ENDPOINT says;
    /// without either, nothing is traced and nothing is sent.
    /// </summary>
    [RegularExpression(
        "^https?://\\S+$",
        ErrorMessage = "Observability:OtlpEndpoint must be an http(s) address. Set the environment variable Observability__OtlpEndpoint.")]
    public string? OtlpEndpoint { get; set; }

    /// <summary>The part of the messages and requests that is traced, from 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Observability:TracedPart must be between 0 and 1.")]
    public double TracedPart { get; set; } = 1;

    /// <summary>Reads the section before the services are there.</summary>
    public static ObservabilityOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<ObservabilityOptions>() ?? new();
        options.OtlpEndpoint = options.OtlpEndpoint is { Length: > 0 } own ? own : configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        return options;
    }
}
