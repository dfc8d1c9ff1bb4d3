using System.Globalization;
using System.Security.Claims;

namespace Kayan.Bot.Security;

/// <summary>Reads a member of staff's own claims.</summary>
internal static class StaffPrincipal
{
    public const string DisplayNameClaim = "display_name";

    /// <summary>The row id of the member of staff who is signed in.</summary>
    public static long StaffId(this ClaimsPrincipal principal) =>
        long.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    /// <summary>The name that colleagues and beneficiaries see.</summary>
    public static string DisplayName(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(DisplayNameClaim) ?? principal.Identity?.Name ?? string.Empty;
}
