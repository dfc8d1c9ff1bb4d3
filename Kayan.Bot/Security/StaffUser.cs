using Microsoft.AspNetCore.Identity;

namespace Kayan.Bot.Security;

/// <summary>A member of staff who signs in to the console.</summary>
internal sealed class StaffUser : IdentityUser<long>
{
    /// <summary>The name that colleagues and beneficiaries see. Up to 100 characters.</summary>
    public required string DisplayName { get; set; }
}
