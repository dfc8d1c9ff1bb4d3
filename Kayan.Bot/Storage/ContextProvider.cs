using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kayan.Bot.Storage;

/// <summary>A provider by its context: one way to set it up, in the container and outside of it.</summary>
internal abstract class ContextProvider<TContext> : DatabaseProvider
    where TContext : KayanDbContext
{
    /// <remarks>By the same attributes as Entity Framework, which would need its model to look.</remarks>
    public override IReadOnlyList<string> KnownMigrations() =>
    [
        .. from type in typeof(TContext).Assembly.GetTypes()
           where type.Namespace == $"{typeof(TContext).Namespace}.Migrations" // asked first: most types need not be loaded for it
           where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext)
           select type.GetCustomAttribute<MigrationAttribute>()?.Id into id
           where id is not null
           orderby id
           select id,
    ];

    public override void AddContext(IServiceCollection services)
    {
        services.AddDbContext<TContext>(SetUp);
        services.AddScoped<KayanDbContext>(provider => provider.GetRequiredService<TContext>());
    }

    public override TContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<TContext>();
        SetUp(options);
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }

    /// <summary>Names the database to Entity Framework.</summary>
    protected abstract void Use(DbContextOptionsBuilder options);

    // A failure is its caller's to tell: Entity Framework would log it with the database's words, in which values may stand.
    private void SetUp(DbContextOptionsBuilder options)
    {
        Use(options);
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed));
    }
}
