using Microsoft.Data.Sqlite;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Sqlite;

/// <summary>A connection with its prepared statements. One thread at a time.</summary>
internal sealed class SqliteLink(SqliteConnection connection) : IDisposable
{
    private const int MostStatements = 256;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public SqliteConnection Connection { get; } = connection;

    /// <summary>False after an error that made SQLite undo the whole transaction by itself (disk full, input/output).</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    public void Run(string sql) => Command(new StatementPlan(sql, [], MayCache: true)).ExecuteNonQuery();

    /// <summary>The statement with its arguments set; prepared at its first use and kept.</summary>
    public SqliteCommand Command(in StatementPlan plan)
    {
        if (!prepared.TryGetValue(plan.Sql, out var command))
        {
            command = new SqliteCommand(plan.Sql, Connection);
            foreach (var argument in plan.Arguments) command.Parameters.Add(new SqliteParameter("@" + argument.Name, TypeOf(argument.Kind)));
            if (plan.MayCache) Keep(plan.Sql, command);
        }

        for (var i = 0; i < plan.Arguments.Length; i++) command.Parameters[i].Value = plan.Arguments[i].Value ?? DBNull.Value;
        return command;
    }

    private void Keep(string sql, SqliteCommand command)
    {
        if (prepared.Count >= MostStatements) Forget();
        prepared[sql] = command;
    }

    private void Forget()
    {
        foreach (var command in prepared.Values) command.Dispose();
        prepared.Clear();
    }

    private static SqliteType TypeOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Whole => SqliteType.Integer,
        ArgumentKind.Bytes => SqliteType.Blob,
        _ => SqliteType.Text,
    };

    public void Dispose()
    {
        Forget();
        Connection.Dispose();
    }
}
