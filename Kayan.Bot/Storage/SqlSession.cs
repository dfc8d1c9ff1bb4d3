using System.Data.Common;

namespace Kayan.Bot.Storage;

/// <summary>A connection and its commands, which are prepared once and kept. Closes the connection at its end.</summary>
internal class SqlSession(DatabaseProvider provider, DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbConnection Connection { get; } = connection;

    /// <summary>The statements that were prepared so far, as they are written in the code.</summary>
    public IReadOnlyCollection<string> Statements => _commands.Keys;

    public DbTransaction? Transaction { get; protected set; }

    protected DatabaseProvider Provider { get; } = provider;

    /// <summary>A prepared command with these parameters; its values are set by position.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, false, values);

    /// <summary>Reads an instant of a row that <see cref="Command"/> gave.</summary>
    public DateTimeOffset Instant(DbDataReader row, int column) => Provider.Instant(row, column);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    protected DbCommand Prepare(string sql, bool insert, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = insert ? Provider.TranslateInsert(sql) : Provider.Translate(sql);
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
            command.Parameters[i].Value = Provider.Value(values[i]);
        }

        return command;
    }
}
