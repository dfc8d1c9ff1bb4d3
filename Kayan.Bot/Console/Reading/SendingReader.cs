using System.Globalization;
using Kayan.Bot.Channels.Twilio;
using Kayan.Bot.Incidents;
using Kayan.Bot.Storage;
using Kayan.Bot.Templates;
using Microsoft.EntityFrameworkCore;

namespace Kayan.Bot.Console.Reading;

/// <summary>What the staff have to know of sending: what is wrong, and where WhatsApp's approvals stand.</summary>
internal sealed class SendingReader(KayanDbContext db)
{
    public Task<int> CountAsync(CancellationToken cancellationToken) => db.Incidents.CountAsync(i => i.ClosedAt == null, cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<List<Incident>> OpenIncidentsAsync(CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking().Where(i => i.ClosedAt == null).OrderByDescending(i => i.LastAt).Take(100).ToListAsync(cancellationToken);

    /// <summary>Every template of this version of the service, also those that nobody has submitted yet.</summary>
    public async Task<IReadOnlyList<TemplateRow>> TemplatesAsync(CancellationToken cancellationToken)
    {
        var rows = await db.ContentTemplates.AsNoTracking().Where(row => row.Category != null).ToListAsync(cancellationToken);
        return
        [
            .. from template in TemplateFile.All
               where template.Category is not null
               let row = rows.Find(row => row.Name == template.Name && row.Language == template.Language && row.Version == template.Version)
               select new TemplateRow(template.Name, template.Language, row?.State, (row?.GivenCategory ?? template.Category)?.ToUpperInvariant(), row?.Reason, row?.CheckedAt),
        ];
    }

    /// <summary>What a code of the provider means.</summary>
    public static string Sentence(string code, bool arabic) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && TwilioErrors.Table.TryGetValue(number, out var error)
            ? $"{(arabic ? error.Ar : error.En)} ({code})"
            : code;
}
