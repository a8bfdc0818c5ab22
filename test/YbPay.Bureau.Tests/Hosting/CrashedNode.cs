using YbPay.Storage;

namespace YbPay.Bureau.Tests.Hosting;

/// <summary>Writes what a core has on disk at the moment when it may die: the money held, the leg pending, nothing sent.</summary>
internal static class CrashedNode
{
    /// <param name="personalAccountPays">Fen, from the payer's personal account.</param>
    public static Task WroteDownAsync(BureauHost core, string setlId, long personalAccountPays) => core.Database.WriteAsync(async session =>
    {
        var now = core.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var values = new { setlId, amount = personalAccountPays, now, later = now + 25_000 };
        await session.ExecuteAsync("UPDATE paydown SET owed = owed - @amount WHERE setl_id = @setlId", values);
        await session.ExecuteAsync(
            """
            INSERT INTO deduction (deduction_id, setl_id, kind, msgid, owed_before, reserved, state, made_at)
            SELECT 'D1', @setlId, 0, 'M1', owed + @amount, 0, 1, @now FROM paydown WHERE setl_id = @setlId
            """,
            values);
        await session.ExecuteAsync(
            """
            INSERT INTO legs (leg_id, owner_id, kind, state, amount, created_at, updated_at, next_at) VALUES ('L1', @setlId, 'account.deduct', 0, @amount, @now, @now, @later)
            """,
            values);
        await session.ExecuteAsync(
            """
            INSERT INTO deduction_part (leg_id, deduction_id, setl_id, account_id, amount, state, made_at)
            SELECT 'L1', 'D1', @setlId, person_key || ':' || insutype, @amount, 1, @now FROM settlement WHERE setl_id = @setlId
            """,
            values);
        await session.ExecuteAsync(
            """
            UPDATE insurance SET account_held = account_held + @amount
            WHERE person_key = (SELECT person_key FROM settlement WHERE setl_id = @setlId) AND insutype = (SELECT insutype FROM settlement WHERE setl_id = @setlId)
            """,
            values);
    });
}
