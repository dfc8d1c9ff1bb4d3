using Hangfire.Dashboard;

namespace Kayan.Bot.Jobs;

/// <summary>The dashboard's own door, behind the endpoint's: it holds even if the endpoint were mapped without its policy.</summary>
internal sealed class AdministratorsOnly : IDashboardAuthorizationFilter
{
    public const string Role = "Administrator";

    public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(Role);
}
