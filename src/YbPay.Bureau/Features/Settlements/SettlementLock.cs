using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>
/// Whoever settles or takes back waits here for whoever else changes the visit's lines or the person's balances, so that what
/// is read after it stays true until the commit. SQLite has one writer, so only PostgreSQL needs the row locks.
/// </summary>
internal static class SettlementLock
{
    /// <summary>Held by every statement after it: it travels before them.</summary>
    public static void Take(DbSession session, string mdtrtId, string personKey, string insutype)
    {
        if (session.Dialect == Dialect.Postgres)
            session.Ask<long>(
                """
                SELECT i.version FROM visit v JOIN insurance i ON i.person_key = v.person_key
                WHERE v.mdtrt_id = @mdtrtId AND v.person_key = @personKey AND i.insutype = @insutype FOR UPDATE
                """,
                new { mdtrtId, personKey, insutype });
    }
}
