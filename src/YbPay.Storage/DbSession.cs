using System.Data.Common;
using Dapper;

namespace YbPay.Storage;

/// <summary>A connection, inside a transaction when writing. Parameters are <c>@name</c> on both databases.</summary>
public sealed class DbSession(DbConnection connection, DbTransaction? transaction, Dialect dialect)
{
    public Dialect Dialect { get; } = dialect;

    /// <summary>Rows changed; a guarded write checks that it is 1.</summary>
    public Task<int> ExecuteAsync(string sql, object? args = null) => connection.ExecuteAsync(sql, args, transaction);

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null) => connection.QueryFirstOrDefaultAsync<T>(sql, args, transaction);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null) =>
        (await connection.QueryAsync<T>(sql, args, transaction)).AsList();
}
