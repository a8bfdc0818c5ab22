using System.Data.Common;
using Npgsql;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>
/// Statements are prepared by the provider at their first use on a connection. What was put off with <see cref="LaterAsync"/> or
/// <see cref="Ask"/> waits here and travels with the next statement or the commit, in one message each way: a message costs more than
/// most statements do.
/// </summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : DbSession(Dialect.Postgres)
{
    /// <summary>Seconds that a statement may take; null for what the connection says.</summary>
    public int? Patience { get; init; }

    private readonly List<Waiting> waiting = [];

    /// <summary>A statement that was put off, or that travels with such.</summary>
    private sealed record Waiting(StatementPlan Plan, Guard? Guard = null, Func<NpgsqlDataReader, Task>? Read = null);

    public override Task LaterAsync(string sql, object? args = null, Guard? guard = null)
    {
        if (transaction is null) throw new InvalidOperationException("Only a transaction can put a write off.");
        waiting.Add(new(Plan(sql, args), guard));
        return Task.CompletedTask;
    }

    public override Asked<T> Ask<T>(string sql, object? args = null)
    {
        var asked = new Asked<T>(this);
        var plan = Plan(sql, args);
        waiting.Add(new(plan, Read: async reader => asked.Answer(await RowsAsync<T>(reader, plan, onlyFirst: false).ConfigureAwait(false))));
        return asked;
    }

    public override async Task<int> ExecuteAsync(string sql, object? args = null)
    {
        var plan = Plan(sql, args);
        try
        {
            if (waiting.Count > 0) return await SendAsync(new(plan)).ConfigureAwait(false);
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
    /// Sends what waits and the commit behind it. A failed statement keeps the server from reaching the commit, so each guard is made
    /// into one that fails (<see cref="PostgresText.Guarded(in StatementPlan)"/>).
    /// </summary>
    public async Task CommitAsync()
    {
        if (waiting.Count == 0)
        {
            await transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return;
        }

        var batch = Batch();
        await using var _ = batch.ConfigureAwait(false);
        foreach (var (plan, guard, _) in waiting) batch.BatchCommands.Add(guard is null ? plan.BatchCommand() : plan.GuardedCommand(guard.Rows));
        batch.BatchCommands.Add(StatementPlan.For("COMMIT", null).BatchCommand());
        try
        {
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DivisionByZero && GuardOf(error, batch) is { } broken)
        {
            throw broken.Otherwise();
        }
    }

    private Guard? GuardOf(PostgresException error, NpgsqlBatch batch)
    {
        for (var i = 0; i < waiting.Count; i++)
            if (ReferenceEquals(batch.BatchCommands[i], error.BatchCommand)) return waiting[i].Guard;
        return null;
    }

    internal override async Task SendAskedAsync()
    {
        if (waiting.Count == 0) return;
        var last = waiting[^1];
        waiting.RemoveAt(waiting.Count - 1);
        try
        {
            await SendAsync(last).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            Failed(error);
            throw;
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, object? args, bool onlyFirst)
    {
        var plan = Plan(sql, args);
        try
        {
            List<T> rows = [];
            if (waiting.Count > 0)
            {
                await SendAsync(new(plan, Read: async reader => rows = await RowsAsync<T>(reader, plan, onlyFirst).ConfigureAwait(false))).ConfigureAwait(false);
                return rows;
            }

            var command = Command(plan);
            await using var _ = command.ConfigureAwait(false);
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            return await RowsAsync<T>(reader, plan, onlyFirst).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            Failed(error);
            throw;
        }
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, StatementPlan plan, bool onlyFirst)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false) && !(onlyFirst && rows.Count > 0))
            rows.Add(RowReader<T>.For(plan.Sql, reader, plan.MayCache)(reader));
        return rows;
    }

    /// <summary>Sends what waits with <paramref name="last"/> behind it; gives the rows that the last one changed.</summary>
    private async Task<int> SendAsync(Waiting last)
    {
        Waiting[] sent = [.. waiting, last];
        waiting.Clear();
        var batch = Batch();
        await using var _ = batch.ConfigureAwait(false);
        foreach (var statement in sent) batch.BatchCommands.Add(statement.Plan.BatchCommand());
        try
        {
            await RunAsync(batch, sent).ConfigureAwait(false);
        }
        catch (PostgresException)
        {
            Check(sent, batch);
            throw;
        }

        Check(sent, batch);
        return batch.BatchCommands[^1].RecordsAffected;
    }

    private static async Task RunAsync(NpgsqlBatch batch, Waiting[] sent)
    {
        if (!Array.Exists(sent, statement => statement.Read is not null))
        {
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
            return;
        }

        // The reader stops at statements that have rows to give; writes have none.
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        foreach (var statement in sent)
        {
            if (statement.Read is not { } read) continue;
            await read(reader).ConfigureAwait(false);
            await reader.NextResultAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// What was put off has arrived: the first write that changed other than it had to ends the work. When a statement failed because one
    /// before it did not change what it had to, it is the one before that counts, as it would have if each had been sent alone. Of a
    /// batch that failed half way, the commands that did not come to their end give -1.
    /// </summary>
    private void Check(Waiting[] sent, NpgsqlBatch batch)
    {
        for (var i = 0; i < sent.Length; i++)
            if (sent[i].Guard is { } guard && batch.BatchCommands[i].RecordsAffected is >= 0 and var rows) Demand(guard, rows);
    }

    private NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection, transaction);
        if (Patience is { } seconds) batch.Timeout = seconds;
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
