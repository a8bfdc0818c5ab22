using System.Data.Common;
using Microsoft.Data.Sqlite;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Sqlite;

/// <summary>SQLite answers without waiting for anything outside the process, so every task here is complete when returned.</summary>
internal sealed class SqliteSession(SqliteLink link) : DbSession(Dialect.Sqlite)
{
    public override Task<int> ExecuteAsync(string sql, object? args = null) => Attempt(sql, args, static (command, _, _) => command.ExecuteNonQuery());

    public override Task LaterAsync(string sql, object? args = null, Guard? guard = null)
    {
        var done = ExecuteAsync(sql, args);
        if (guard is null || !done.IsCompletedSuccessfully) return done;
        try
        {
            Demand(guard, done.Result);
            return done;
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
    }

    public override Asked<T> Ask<T>(string sql, object? args = null)
    {
        var asked = new Asked<T>(this);
        asked.Answer(QueryAsync<T>(sql, args).GetAwaiter().GetResult());
        return asked;
    }

    internal override Task SendAskedAsync() => Task.CompletedTask;

    public override Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null) where T : default => Attempt(sql, args, static (command, sql, keep) =>
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? RowReader<T>.For(sql, reader, keep)(reader) : default;
    });

    public override Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null) => Attempt<IReadOnlyList<T>>(sql, args, static (command, sql, keep) =>
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        if (!reader.Read()) return rows;
        var read = RowReader<T>.For(sql, reader, keep);
        do rows.Add(read(reader)); while (reader.Read());
        return rows;
    });

    private Task<T> Attempt<T>(string sql, object? args, Func<SqliteCommand, string, bool, T> run)
    {
        try
        {
            var plan = Plan(sql, args);
            var command = link.Command(plan);
            try
            {
                return Task.FromResult(run(command, plan.Sql, plan.MayCache));
            }
            finally
            {
                if (!plan.MayCache) command.Dispose();
            }
        }
        catch (Exception error)
        {
            if (error is DbException failed) Failed(failed);
            return Task.FromException<T>(error);
        }
    }
}
