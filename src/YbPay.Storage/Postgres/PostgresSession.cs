using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>Statements are prepared by the provider once they have been used twice on a connection.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : DbSession(Dialect.Postgres)
{
    public override async Task<int> ExecuteAsync(string sql, object? args = null)
    {
        var command = Command(Plan(sql, args));
        await using var _ = command.ConfigureAwait(false);
        try
        {
            return await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (DbException error)
        {
            Failed(error);
            throw;
        }
    }

    public override async Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null) where T : default
    {
        var rows = await ReadAsync<T>(sql, args, onlyFirst: true).ConfigureAwait(false);
        return rows.Count > 0 ? rows[0] : default;
    }

    public override async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null) => await ReadAsync<T>(sql, args, onlyFirst: false).ConfigureAwait(false);

    private async Task<List<T>> ReadAsync<T>(string sql, object? args, bool onlyFirst)
    {
        var plan = Plan(sql, args);
        var command = Command(plan);
        await using var _ = command.ConfigureAwait(false);
        try
        {
            var rows = new List<T>();
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false) && !(onlyFirst && rows.Count > 0))
                rows.Add(RowReader<T>.For(plan.Sql, reader, plan.MayCache)(reader));
            return rows;
        }
        catch (DbException error)
        {
            Failed(error);
            throw;
        }
    }

    private NpgsqlCommand Command(in StatementPlan plan)
    {
        var command = new NpgsqlCommand(plan.Sql, connection, transaction);
        foreach (var argument in plan.Arguments)
            command.Parameters.Add(new NpgsqlParameter(argument.Name, TypeOf(argument.Kind)) { Value = argument.Value ?? DBNull.Value });
        return command;
    }

    private static NpgsqlDbType TypeOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Whole => NpgsqlDbType.Bigint,
        ArgumentKind.Bytes => NpgsqlDbType.Bytea,
        ArgumentKind.Unknown => NpgsqlDbType.Unknown,
        _ => NpgsqlDbType.Text,
    };
}
