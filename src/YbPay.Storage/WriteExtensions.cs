namespace YbPay.Storage;

/// <summary>Writes that answer nothing.</summary>
public static class WriteExtensions
{
    /// <inheritdoc cref="IDatabase.WriteAsync{T}"/>
    public static Task WriteAsync(this IDatabase database, Func<DbSession, Task> work, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.WriteAsync(async session => { await work(session).ConfigureAwait(false); return 0; }, cancel);
    }
}
