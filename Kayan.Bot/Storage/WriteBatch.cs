using System.Data.Common;

namespace Kayan.Bot.Storage;

/// <summary>The writer's connection during one group commit. Commands are prepared once and kept.</summary>
internal sealed class WriteBatch(IWriterConnectionFactory connections) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbConnection Connection { get; } = connections.Open();

    /// <summary>The statements that were prepared so far.</summary>
    public IReadOnlyCollection<string> Statements => _commands.Keys;

    public DbTransaction? Transaction { get; set; }

    /// <summary>A prepared command with these parameters; its values are set by position.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar();

    /// <summary>Inserts one row and gives its id.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values) => connections.Insert(Command(sql, values));

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }
}
