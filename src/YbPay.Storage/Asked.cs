namespace YbPay.Storage;

/// <summary>A question of <see cref="DbSession.Ask"/>. Several that do not hang on each other's answers are put first and looked at then: they travel together.</summary>
public sealed class Asked<T>
{
    private readonly DbSession session;
    private IReadOnlyList<T>? rows;

    internal Asked(DbSession session) => this.session = session;

    /// <summary>All rows; the question and whatever waits with it is sent now, if it was not already.</summary>
    public async Task<IReadOnlyList<T>> RowsAsync()
    {
        if (rows is null) await session.SendAskedAsync().ConfigureAwait(false);
        return rows ?? throw new InvalidOperationException("What was asked was not answered: an earlier statement failed.", session.Failure);
    }

    /// <summary>The first row, or the type's default.</summary>
    public async Task<T?> FirstOrDefaultAsync() => await RowsAsync().ConfigureAwait(false) is [var first, ..] ? first : default;

    internal void Answer(IReadOnlyList<T> found) => rows = found;
}
