using Npgsql;

namespace YbPay.Center.Tests.Hosting;

/// <summary>An order's row in a transaction of ours (PostgreSQL): who wants to write it waits until it is let go, and then goes on in the order in which he came.</summary>
internal sealed class HeldRow : IAsyncDisposable
{
    private readonly NpgsqlConnection _holder;
    private readonly NpgsqlConnection _watcher;

    private HeldRow(NpgsqlConnection holder, NpgsqlConnection watcher) => (_holder, _watcher) = (holder, watcher);

    public static async Task<HeldRow> TakeAsync(string postgres, string payOrdId)
    {
        var row = new HeldRow(new NpgsqlConnection(postgres), new NpgsqlConnection(postgres));
        await row._holder.OpenAsync();
        await row._watcher.OpenAsync();
        await using var take = new NpgsqlCommand("BEGIN; SELECT 1 FROM center.orders WHERE pay_ord_id = $1 FOR UPDATE".Replace("$1", $"'{payOrdId}'", StringComparison.Ordinal), row._holder);
        await take.ExecuteNonQueryAsync();
        return row;
    }

    public Task WaitersAsync(int count) => Eventually.GetAsync(
        async () =>
        {
            await using var ask = new NpgsqlCommand("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", _watcher);
            return (long)(await ask.ExecuteScalarAsync())!;
        },
        waiting => waiting >= count, $"{count} wait for the row", TimeSpan.FromSeconds(10));

    public async Task LetGoAsync()
    {
        await using var end = new NpgsqlCommand("COMMIT", _holder);
        await end.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _holder.DisposeAsync();
        await _watcher.DisposeAsync();
    }
}
