using Microsoft.AspNetCore.Identity;

namespace Kayan.Bot.Security;

/// <summary>
/// Signs a member of staff in. A wrong name, a wrong password and a locked account look the same from outside, and each
/// costs one password hash.
/// </summary>
internal sealed class StaffSignIn(
    SignInManager<StaffUser> signIn, UserManager<StaffUser> users, IPasswordHasher<StaffUser> hasher, DecoyPassword decoy)
{
    private const int LongestPassword = 200;

    public async Task<bool> TryAsync(string? userName, string? password)
    {
        if (string.IsNullOrWhiteSpace(userName) || password is not { Length: > 0 and <= LongestPassword })
        {
            return false;
        }

        var user = await users.FindByNameAsync(userName.Trim());
        if (user is null || await users.IsLockedOutAsync(user))
        {
            _ = hasher.VerifyHashedPassword(decoy.User, decoy.Hash, password);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded;
    }
}
