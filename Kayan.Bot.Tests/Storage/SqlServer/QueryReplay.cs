using System.Linq.Expressions;
using Kayan.Bot.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Kayan.Bot.Tests.Storage.SqlServer;

/// <summary>Remembers each query that the service asks of its database, to ask it again of another kind.</summary>
internal sealed class QueryReplay : IQueryExpressionInterceptor
{
    private readonly List<Expression> _queries = [];

    public IReadOnlyList<Expression> Queries
    {
        get
        {
            lock (_queries)
            {
                return [.. _queries];
            }
        }
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        lock (_queries)
        {
            _queries.Add(queryExpression);
        }

        return queryExpression;
    }

    /// <summary>Asks <paramref name="query"/> of <paramref name="db"/>, with any values.</summary>
    public static void Ask(Expression query, KayanDbContext db)
    {
        var provider = (IAsyncQueryProvider)((IQueryable)db.Conversations).Provider;
        var asked = new Translation(provider, db.Model).Visit(query);
        if (typeof(IQueryable).IsAssignableFrom(asked.Type))
        {
            provider.CreateQuery(asked).GetEnumerator().MoveNext();
        }
        else
        {
            provider.Execute(asked);
        }
    }

    private sealed class Translation(IAsyncQueryProvider provider, IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => new EntityQueryRootExpression(provider, model.FindEntityType(root.EntityType.Name)!),
            QueryParameterExpression parameter => Expression.Constant(AnyValue(parameter.Type), parameter.Type),
            _ => base.VisitExtension(node),
        };

        private static object? AnyValue(Type type)
        {
            if (type == typeof(string))
            {
                return "x";
            }

            if (type.IsArray || type.IsInterface)
            {
                return Array.CreateInstance(type.GetElementType() ?? type.GetGenericArguments()[0], 1);
            }

            return Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type);
        }
    }
}
