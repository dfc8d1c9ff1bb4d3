namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke: an HTTP status and a body.</summary>
public class InvokeResponse
{
    /// <summary>The HTTP status code.</summary>
    public int Status { get; set; }

    /// <summary>What is sent back; null for nothing.</summary>
    public object Body { get; set; }

    /// <summary>Whether the status says success.</summary>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
