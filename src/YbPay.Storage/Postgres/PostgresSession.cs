using System.Data.Common;
using Npgsql;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>
/// Statements are prepared by the provider once they have been used twice on a connection. What was put off with
/// <see cref="LaterAsync"/> waits here and travels with the next statement, in one message each way.
/// </summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : DbSession(Dialect.Postgres)
{
    /// <summary>Seconds that a statement may take; null for what the connection says.</summary>
    public int? Patience { get; init; }

    private readonly List<(StatementPlan Plan, Func<int, Exception?>? Changed)> waiting = [];

    public override Task LaterAsync(string sql, object? args = null, Func<int, Exception?>? changed = null)
    {
        if (transaction is null) throw new InvalidOperationException("Only a transaction can put a write off.");
        waiting.Add((Plan(sql, args), changed));
        return Task.CompletedTask;
    }

    public override async Task<int> ExecuteAsync(string sql, object? args = null)
    {
        var plan = Plan(sql, args);
        try
        {
            if (waiting.Count > 0) return await SendWaitingAsync(plan).ConfigureAwait(false);
            var command = Command(plan);
            await using var _ = command.ConfigureAwait(false);
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

    /// <summary>
    /// Sends what waits, and the commit. They go together, unless a number of rows has to be looked at before: a failed
    /// statement keeps the server from reaching the commit behind it, a wrong number does not.
    /// </summary>
    public async Task CommitAsync()
    {
        if (waiting.Count == 0)
        {
            await transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return;
        }

        var together = waiting.TrueForAll(write => write.Changed is null);
        await SendWaitingAsync(together ? StatementPlan.For("COMMIT", null) : null).ConfigureAwait(false);
        if (!together) await transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<List<T>> ReadAsync<T>(string sql, object? args, bool onlyFirst)
    {
        var plan = Plan(sql, args);
        try
        {
            if (waiting.Count == 0)
            {
                var command = Command(plan);
                await using var _ = command.ConfigureAwait(false);
                return await RowsAsync<T>(await command.ExecuteReaderAsync().ConfigureAwait(false), plan, onlyFirst).ConfigureAwait(false);
            }

            var batch = Batch(plan);
            await using var __ = batch.ConfigureAwait(false);
            // The reader begins with the first statement that has rows to give: the writes before it have none.
            return await SentAsync(batch, async () => await RowsAsync<T>(await batch.ExecuteReaderAsync().ConfigureAwait(false), plan, onlyFirst).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            Failed(error);
            throw;
        }
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, StatementPlan plan, bool onlyFirst)
    {
        await using var _ = reader.ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false) && !(onlyFirst && rows.Count > 0))
            rows.Add(RowReader<T>.For(plan.Sql, reader, plan.MayCache)(reader));
        return rows;
    }

    /// <summary>Rows that <paramref name="last"/> changed.</summary>
    private async Task<int> SendWaitingAsync(StatementPlan? last)
    {
        var batch = Batch(last);
        await using var _ = batch.ConfigureAwait(false);
        await SentAsync(batch, () => batch.ExecuteNonQueryAsync()).ConfigureAwait(false);
        return batch.BatchCommands[^1].RecordsAffected;
    }

    /// <summary>
    /// What was put off has arrived: each write that changed other than it had to ends the work, in order. When a statement fails because one
    /// before it did not change what it had to, it is the one before that counts, as it would have if each had been sent alone.
    /// </summary>
    private async Task<T> SentAsync<T>(NpgsqlBatch batch, Func<Task<T>> send)
    {
        var sent = waiting.ToArray();
        waiting.Clear();
        try
        {
            var answer = await send().ConfigureAwait(false);
            Check(sent, batch);
            return answer;
        }
        catch (PostgresException)
        {
            Check(sent, batch);
            throw;
        }
    }

    /// <summary>Of a batch that failed half way, the commands that did not come to their end give -1.</summary>
    private void Check((StatementPlan Plan, Func<int, Exception?>? Changed)[] sent, NpgsqlBatch batch)
    {
        for (var i = 0; i < sent.Length; i++)
            if (sent[i].Changed is { } changed && batch.BatchCommands[i].RecordsAffected is >= 0 and var rows) Demand(changed, rows);
    }

    private NpgsqlBatch Batch(StatementPlan? last)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (plan, _) in waiting) batch.BatchCommands.Add(plan.BatchCommand());
        if (last is { } final) batch.BatchCommands.Add(final.BatchCommand());
        return batch;
    }

    private NpgsqlCommand Command(in StatementPlan plan)
    {
        var command = new NpgsqlCommand(PostgresText.Of(plan), connection, transaction);
        if (Patience is { } seconds) command.CommandTimeout = seconds;
        plan.Bind(command.Parameters);
        return command;
    }
}
