namespace Kayan.Bot.Security;

/// <summary>A key that protects cookies and forms, or the revocation of one, as the framework writes it.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string? FriendlyName { get; init; }

    public string? Xml { get; init; }
}
