using YbPay.Storage;
using YbPay.Sandbox.Plan;

namespace YbPay.Interop.Tests.Hosting;

/// <summary>How many rows each table of the centre holds, but for vouchers (made by the tests) and first answers (kept of every message).</summary>
internal static class CenterRows
{
    private sealed record Table
    {
        public required string Name { get; init; }
    }

    public static async Task<string> CountAsync(World world)
    {
        await using var database = await Databases.OpenAsync(world.Plan.DatabaseOf(SandboxRoles.Center), null);
        return await database.ReadAsync(async session =>
        {
            var tables = await session.QueryAsync<Table>(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('vouchers', 'replays') AND name NOT LIKE 'sqlite%' ORDER BY name");
            var counts = new List<string>();
            foreach (var table in tables) counts.Add($"{table.Name} {await session.FirstOrDefaultAsync<long>($"SELECT count(*) FROM {table.Name}")}");
            return string.Join(", ", counts);
        });
    }
}
