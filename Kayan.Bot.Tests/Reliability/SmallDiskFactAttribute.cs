namespace Kayan.Bot.Tests.Reliability;

/// <summary>Skipped, by name and reason, where a tmpfs cannot be mounted; with KAYAN_REQUIRE_ALL=1 never.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("KAYAN_REQUIRE_ALL") != "1" && !SmallDisk.Possible)
        {
            Skip = "needs root on Linux to mount a small tmpfs";
        }
    }
}
