using System.Data.Common;
using YbPay.Storage.Statements;

namespace YbPay.Storage;

/// <summary>
/// A connection, inside a transaction when writing. Parameters are <c>@name</c> on both databases and come from the
/// properties of an anonymous object or record (or a dictionary); <c>IN @list</c> takes a list. Rows are scalars, tuples
/// (by position), or records whose properties are the columns' names without underscores.
/// </summary>
public abstract class DbSession
{
    private protected DbSession(Dialect dialect) => Dialect = dialect;

    public Dialect Dialect { get; }

    /// <summary>The first statement that failed or changed other than it had to; whatever the work made of it, its transaction cannot be committed any more.</summary>
    internal Exception? Failure { get; private set; }

    internal bool Ended { get; set; }

    /// <summary>Rows changed; a guarded write checks that it is 1.</summary>
    public abstract Task<int> ExecuteAsync(string sql, object? args = null);

    /// <summary>
    /// A write whose answer nobody waits for: PostgreSQL gets it together with the next statement or the commit, in the order
    /// of the calls; SQLite runs it at once. What fails, fails there, and with it the transaction. Writes only, one statement.
    /// </summary>
    public abstract Task LaterAsync(string sql, object? args = null, Guard? guard = null);

    /// <summary>
    /// A read whose rows are looked at later: PostgreSQL gets it together with the next statement, in the order of the calls; SQLite runs it at
    /// once. It sees what was written before it.
    /// </summary>
    public abstract Asked<T> Ask<T>(string sql, object? args = null);

    public abstract Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null);

    public abstract Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null);

    private protected StatementPlan Plan(string sql, object? args)
    {
        ObjectDisposedException.ThrowIf(Ended, this);
        if (Failure is not null) throw new InvalidOperationException("An earlier statement of this transaction failed; nothing more can be done in it.", Failure);
        return StatementPlan.For(sql, args);
    }

    /// <summary>Sends what waits.</summary>
    internal abstract Task SendAskedAsync();

    private protected void Failed(Exception error) => Failure ??= error;

    /// <summary>Throws when a statement changed other than it had to.</summary>
    private protected void Demand(Guard guard, int rows)
    {
        if (rows == guard.Rows) return;
        var error = guard.Otherwise();
        Failed(error);
        throw error;
    }
}
