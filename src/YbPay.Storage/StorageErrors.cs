using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace YbPay.Storage;

/// <summary>The database cannot be reached, opened or written. The message names the place, never a password.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The stored schema does not fit this program: a migration was changed after it was applied, or the data is newer.</summary>
public sealed class MigrationException(string message) : Exception(message);

/// <summary>What a failed statement means, the same on both databases.</summary>
public static class StorageErrors
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    /// <summary>True when a unique key was already taken: the thing was done before.</summary>
    public static bool IsDuplicateKey(Exception error) => error switch
    {
        PostgresException e => e.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException e => e.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique,
        _ => false,
    };

    /// <summary>The same of one table's keys.</summary>
    public static bool IsDuplicateKey(Exception error, string table) => IsDuplicateKey(error) && error switch
    {
        PostgresException e => e.TableName == table,
        // SQLite names the place in its message alone: UNIQUE constraint failed: table.column, table.column.
        _ => error.Message.Contains($"failed: {table}.", StringComparison.Ordinal),
    };

    internal static bool IsWorthAnotherTry(DbException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
