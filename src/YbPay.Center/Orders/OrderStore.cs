using YbPay.Engine.Orders;
using YbPay.Storage;
using YbPay.Storage.Audit;

namespace YbPay.Center.Orders;

/// <summary>The orders table. A state changes in <c>MoveAsync</c> and <c>MoveLaterAsync</c>, by the same statement, and nowhere else.</summary>
internal static class OrderStore
{
    private const string Select = "SELECT * FROM orders";

    public static Task<OrderRow?> FindAsync(DbSession session, string payOrdId) => Ask(session, payOrdId).FirstOrDefaultAsync();

    public static Asked<OrderRow> Ask(DbSession session, string payOrdId) => session.Ask<OrderRow>($"{Select} WHERE pay_ord_id = @payOrdId", new { payOrdId });

    /// <summary>The order as it stands, for a write that must follow in the same transaction: who is at it is waited for, and nobody moves it meanwhile.</summary>
    public static async Task<OrderRow> TakeAsync(DbSession session, string payOrdId) =>
        await session.FirstOrDefaultAsync<OrderRow>($"{Select} WHERE pay_ord_id = @payOrdId{session.Dialect.ForUpdate()}", new { payOrdId })
        ?? throw new InvalidDataException($"Order {payOrdId} is gone.");

    /// <summary>The living order under a hospital's order number: at most one.</summary>
    public static Asked<OrderRow> AskByHospital(DbSession session, string orgCodg, string medOrgOrd) =>
        session.Ask<OrderRow>(
            $"{Select} WHERE org_codg = @orgCodg AND med_org_ord = @medOrgOrd AND state NOT IN (1200, 1300)", new { orgCodg, medOrgOrd });

    /// <summary>Orders whose time limit is over and whose closing is not put off.</summary>
    public static Task<IReadOnlyList<OrderRow>> OverdueAsync(DbSession session, long now, int count) => session.QueryAsync<OrderRow>(
        $"""
        {Select} WHERE state IN (110, 200, 400, 1500) AND COALESCE(closing_put_off_to, closes_at) <= @now
        ORDER BY COALESCE(closing_put_off_to, closes_at) LIMIT @count
        """, new { now, count });

    /// <summary>Orders that are paid in full, some of it by cash, deposit or accounts, settled since then; newest first.</summary>
    public static Task<IReadOnlyList<OrderRow>> PaidBesideInsuranceAsync(DbSession session, long since, int count) => session.QueryAsync<OrderRow>(
        $"{Select} WHERE state IN (410, 420, 500, 600) AND refund_open IS NULL AND cash > 0 AND settled_at >= @since ORDER BY settled_at DESC LIMIT @count", new { since, count });

    /// <summary>No node tries before then to close an order that could not be closed now. The patient's limit stays what it is.</summary>
    public static Task<int> PutOffClosingAsync(DbSession session, string payOrdId, long until) =>
        session.ExecuteAsync("UPDATE orders SET closing_put_off_to = @until WHERE pay_ord_id = @payOrdId", new { payOrdId, until });

    /// <summary>Ends the work with an <see cref="OvertakenException"/> when the hospital's order number is taken by a living order.</summary>
    public static async Task InsertAsync(DbSession session, OrderRow order, byte[] message)
    {
        await session.LaterAsync(
            """
            INSERT INTO orders (pay_ord_id, org_codg, app_id, med_org_ord, upload_digest, state, version, pay_token_hash, person_index, person,
              fee_type, mdtrt_id, core_mdtrt_id, chrg_bchno, med_type, insutype, psn_setlway, acct_used_flag, mid_setl_flag, fee_sum,
              created_at, updated_at, closes_at)
            VALUES (@PayOrdId, @OrgCodg, @AppId, @MedOrgOrd, @UploadDigest, @State, 0, @PayTokenHash, @PersonIndex, @Person,
              @FeeType, @MdtrtId, @CoreMdtrtId, @ChrgBchno, @MedType, @Insutype, @PsnSetlway, @AcctUsedFlag, @MidSetlFlag, @FeeSum,
              @CreatedAt, @UpdatedAt, @ClosesAt)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                order.PayOrdId, order.OrgCodg, order.AppId, order.MedOrgOrd, order.UploadDigest, State = (long)order.State, order.PayTokenHash,
                order.PersonIndex, order.Person, order.FeeType, order.MdtrtId, order.CoreMdtrtId, order.ChrgBchno, order.MedType, order.Insutype,
                order.PsnSetlway, order.AcctUsedFlag, order.MidSetlFlag, order.FeeSum, order.CreatedAt, order.UpdatedAt, order.ClosesAt,
            },
            OvertakenException.Guard);
        await session.LaterAsync(
            "INSERT INTO bills (pay_ord_id, message) VALUES (@payOrdId, @message)", new { payOrdId = order.PayOrdId, message });
        await AuditStore.AppendAsync(session, order.AppId, "Uploading", order.PayOrdId, $"medOrgOrd {order.MedOrgOrd}, {order.FeeSum} fen", order.CreatedAt);
    }

    public static async Task<byte[]> BillAsync(DbSession session, string payOrdId) =>
        await session.FirstOrDefaultAsync<byte[]>("SELECT message FROM bills WHERE pay_ord_id = @payOrdId", new { payOrdId })
        ?? throw new InvalidDataException($"Order {payOrdId} has no bill.");

    /// <summary>
    /// Carries out an event: one guarded statement and its audit row. Null when the machine refuses the event or when
    /// another writer moved the order since it was read; then nothing was changed.
    /// </summary>
    /// <param name="set">Further columns, as SQL that begins with a comma, or empty; its parameters are in <paramref name="args"/>.</param>
    public static async Task<OrderState?> MoveAsync(
        DbSession session, OrderRow order, OrderEvent on, long now, string actor, string detail, string set = "", Dictionary<string, object?>? args = null) =>
        await MoveAsync(session, order, [new(on, actor, detail)], now, set, args);

    /// <summary>The same for events that happen together: one statement, an audit row for each.</summary>
    public static async Task<OrderState?> MoveAsync(
        DbSession session, OrderRow order, IReadOnlyList<OrderStep> steps, long now, string set = "", Dictionary<string, object?>? args = null)
    {
        if (Reached(order, steps) is not { } to) return null;
        var (sql, guarded) = Move(order, to, steps, now, set, args);
        if (await session.ExecuteAsync(sql, guarded) == 0) return null;
        await AuditAsync(session, order, steps, now);
        return to;
    }

    /// <summary>
    /// The same where there is nothing else to do when a rival was first or the machine refuses: then the work ends with an
    /// <see cref="OvertakenException"/>, a rival's at the latest at the commit.
    /// </summary>
    public static async Task<OrderState> MoveLaterAsync(
        DbSession session, OrderRow order, IReadOnlyList<OrderStep> steps, long now, string set = "", Dictionary<string, object?>? args = null)
    {
        var to = Reached(order, steps) ?? throw new OvertakenException();
        var (sql, guarded) = Move(order, to, steps, now, set, args);
        await session.LaterAsync(sql, guarded, OvertakenException.Guard);
        await AuditAsync(session, order, steps, now);
        return to;
    }

    /// <summary>True when the machine takes all of the steps, one after the other.</summary>
    public static bool MayMove(OrderRow order, IReadOnlyList<OrderStep> steps) => Reached(order, steps) is not null;

    private static OrderState? Reached(OrderRow order, IReadOnlyList<OrderStep> steps)
    {
        var to = order.State;
        foreach (var step in steps)
        {
            if (OrderMachine.Next(to, step.On) is not { } next) return null;
            to = next;
        }

        return to;
    }

    private static (string Sql, Dictionary<string, object?> Args) Move(OrderRow order, OrderState to, IReadOnlyList<OrderStep> steps, long now, string set, Dictionary<string, object?>? args) =>
    (
        $"UPDATE orders SET state = @toState, version = version + @steps, updated_at = @movedAt{set} WHERE pay_ord_id = @movedId AND state = @fromState AND version = @fromVersion",
        new Dictionary<string, object?>(args ?? [])
        {
            ["toState"] = (long)to,
            ["movedAt"] = now,
            ["movedId"] = order.PayOrdId,
            ["fromState"] = (long)order.State,
            ["fromVersion"] = order.Version,
            ["steps"] = steps.Count,
        }
    );

    private static async Task AuditAsync(DbSession session, OrderRow order, IReadOnlyList<OrderStep> steps, long now)
    {
        foreach (var step in steps) await AuditStore.AppendAsync(session, step.Actor, step.On.ToString(), order.PayOrdId, step.Detail, now);
    }

    /// <summary>The same order as it stands after a move of so many steps.</summary>
    public static OrderRow After(this OrderRow order, OrderState state, int steps = 1) => order with { State = state, Version = order.Version + steps };
}

/// <summary>One event in an order's life: who made it happen, and what the audit says of it (nothing personal).</summary>
internal readonly record struct OrderStep(OrderEvent On, string Actor, string Detail);
