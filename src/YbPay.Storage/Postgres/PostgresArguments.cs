using Npgsql;
using NpgsqlTypes;
using YbPay.Storage.Statements;

namespace YbPay.Storage.Postgres;

/// <summary>A statement's arguments as the provider takes them: by position, each with its type.</summary>
internal static class PostgresArguments
{
    public static void Bind(this in StatementPlan plan, NpgsqlParameterCollection parameters)
    {
        foreach (var argument in plan.Arguments)
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(argument.Kind), Value = argument.Value ?? DBNull.Value });
    }

    public static NpgsqlBatchCommand BatchCommand(this in StatementPlan plan)
    {
        var command = new NpgsqlBatchCommand(PostgresText.Of(plan));
        plan.Bind(command.Parameters);
        return command;
    }

    /// <inheritdoc cref="PostgresText.Guarded(in StatementPlan)"/>
    public static NpgsqlBatchCommand GuardedCommand(this in StatementPlan plan, int rows)
    {
        var command = new NpgsqlBatchCommand(PostgresText.Guarded(plan));
        plan.Bind(command.Parameters);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (long)rows });
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
