using Microsoft.AspNetCore.Identity;

namespace Kayan.Bot.Security;

/// <summary>Makes staff accounts outside the console: the first administrator, and those of the demo.</summary>
internal sealed class StaffAccounts(UserManager<StaffUser> users, RoleManager<IdentityRole<long>> roles)
{
    /// <summary>Makes the account; the result says what the password or the name lacks.</summary>
    public async Task<IdentityResult> CreateAsync(string email, string displayName, string role, string password)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            await roles.CreateAsync(new IdentityRole<long>(role));
        }

        var user = new StaffUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = displayName };
        var created = await users.CreateAsync(user, password);
        return created.Succeeded ? await users.AddToRoleAsync(user, role) : created;
    }
}
