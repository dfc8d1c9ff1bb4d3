using System.Xml.Linq;
using Kayan.Bot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kayan.Bot.Security;

/// <summary>
/// The keys in our own database. Not by Entity Framework: each start reads them, and its model is only being built then.
/// </summary>
internal sealed class DataProtectionKeys(WriteQueue writes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => writes.RunAsync(ReadAll, CancellationToken.None).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => writes.RunAsync(
        batch => batch.Execute(
            "INSERT INTO DataProtectionKeys (FriendlyName, Xml) VALUES (@p0, @p1)", friendlyName, element.ToString(SaveOptions.DisableFormatting)),
        CancellationToken.None).GetAwaiter().GetResult();

    private static List<XElement> ReadAll(WriteBatch batch)
    {
        using var rows = batch.Command("SELECT Xml FROM DataProtectionKeys").ExecuteReader();
        List<XElement> keys = [];
        while (rows.Read())
        {
            keys.Add(XElement.Parse(rows.GetString(0)));
        }

        return keys;
    }
}
