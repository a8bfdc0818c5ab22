using YbPay.Bureau.Door;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Accounts;

/// <summary>Deductions, their parts, and what is still owed of a settlement. Whoever writes holds the settlement's lock.</summary>
internal static class DeductionStore
{
    private const string Columns = "deduction_id, setl_id, kind, msgid, owed_before, reserved, state, answer, made_at";
    private const string PartColumns = "leg_id, deduction_id, setl_id, account_id, amount, state, note, made_at";

    /// <summary>What is owed of a settlement's cash; kept from the first time on.</summary>
    public static async Task<Fen> OwedAsync(DbSession session, string setlId, long cash)
    {
        await session.LaterAsync("INSERT INTO paydown (setl_id, cash, owed) VALUES (@setlId, @cash, @cash) ON CONFLICT (setl_id) DO NOTHING", new { setlId, cash });
        return new Fen(await session.FirstOrDefaultAsync<long>("SELECT owed FROM paydown WHERE setl_id = @setlId" + session.Dialect.ForUpdate(), new { setlId }));
    }

    /// <summary>Guarded: what is owed is never negative and never more than the settlement's cash.</summary>
    public static Task ChangeOwedAsync(DbSession session, string setlId, Fen change) => session.LaterAsync(
        "UPDATE paydown SET owed = owed + @change WHERE setl_id = @setlId AND owed + @change >= 0 AND owed + @change <= cash",
        new { setlId, change = change.Value },
        new Guard(1, () => new InvalidOperationException($"Settlement {setlId} would be owed less than nothing or more than its cash.")));

    public static Task InsertAsync(DbSession session, Deduction row) => session.LaterAsync(
        """
        INSERT INTO deduction (deduction_id, setl_id, kind, msgid, owed_before, reserved, state, made_at)
        VALUES (@DeductionId, @SetlId, @Kind, @Msgid, @OwedBefore, @Reserved, @State, @MadeAt)
        """,
        row);

    /// <summary>The one that lives, of this kind.</summary>
    public static Task<Deduction?> LivingAsync(DbSession session, string setlId, AccountKind kind) => session.FirstOrDefaultAsync<Deduction>(
        $"SELECT {Columns} FROM deduction WHERE setl_id = @setlId AND kind = @kind AND state IN (1, 2)", new { setlId, kind });

    /// <summary>All that live, youngest first.</summary>
    public static Task<IReadOnlyList<Deduction>> LivingAsync(DbSession session, string setlId) => session.QueryAsync<Deduction>(
        $"SELECT {Columns} FROM deduction WHERE setl_id = @setlId AND state IN (1, 2) ORDER BY made_at DESC, deduction_id DESC", new { setlId });

    public static async Task<Deduction> GetAsync(DbSession session, string deductionId) =>
        await FindAsync(session, deductionId) ?? throw new InvalidOperationException($"Deduction {deductionId} is gone.");

    public static Task<Deduction?> FindAsync(DbSession session, string deductionId) =>
        session.FirstOrDefaultAsync<Deduction>($"SELECT {Columns} FROM deduction WHERE deduction_id = @deductionId", new { deductionId });

    public static Task ChangeReservedAsync(DbSession session, string deductionId, Fen change) => session.LaterAsync(
        "UPDATE deduction SET reserved = reserved + @change WHERE deduction_id = @deductionId AND state = 1 AND reserved + @change >= 0",
        new { deductionId, change = change.Value },
        new Guard(1, () => new InvalidOperationException($"Deduction {deductionId} has not reserved so much.")));

    /// <summary>Ends it; nothing is reserved after it.</summary>
    public static Task EndAsync(DbSession session, Deduction row, DeductionState to, byte[]? answer) => session.LaterAsync(
        "UPDATE deduction SET state = @to, reserved = 0, answer = COALESCE(@answer, answer) WHERE deduction_id = @DeductionId AND state = @State",
        new { row.DeductionId, row.State, to, answer },
        new Guard(1, () => new InvalidOperationException($"Deduction {row.DeductionId} was changed without its settlement's lock.")));

    public static Task InsertAsync(DbSession session, DeductionPart part) => session.LaterAsync(
        """
        INSERT INTO deduction_part (leg_id, deduction_id, setl_id, account_id, amount, state, made_at)
        VALUES (@LegId, @DeductionId, @SetlId, @AccountId, @Amount, @State, @MadeAt)
        """,
        part);

    public static Task<DeductionPart?> FindPartAsync(DbSession session, string legId) =>
        session.FirstOrDefaultAsync<DeductionPart>($"SELECT {PartColumns} FROM deduction_part WHERE leg_id = @legId", new { legId });

    /// <summary>Oldest first.</summary>
    public static Task<IReadOnlyList<DeductionPart>> PartsAsync(DbSession session, string deductionId) => session.QueryAsync<DeductionPart>(
        $"SELECT {PartColumns} FROM deduction_part WHERE deduction_id = @deductionId ORDER BY made_at, leg_id", new { deductionId });

    /// <summary>A settlement's parts in one state, youngest first: the order in which money goes back.</summary>
    public static Task<IReadOnlyList<DeductionPart>> PartsAsync(DbSession session, string setlId, PartState state) => session.QueryAsync<DeductionPart>(
        $"SELECT {PartColumns} FROM deduction_part WHERE setl_id = @setlId AND state = @state ORDER BY made_at DESC, leg_id DESC", new { setlId, state });

    public static Task MovePartAsync(DbSession session, string legId, PartState from, PartState to, string? note = null) => session.LaterAsync(
        "UPDATE deduction_part SET state = @to, note = COALESCE(@note, note) WHERE leg_id = @legId AND state = @from",
        new { legId, from, to, note },
        new Guard(1, () => new InvalidOperationException($"Part {legId} was changed by another.")));

    /// <summary>True while a bank has not answered for a deduction that was undone meanwhile.</summary>
    public static async Task<bool> IsUndoneAndOpenAsync(DbSession session, string setlId, AccountKind kind) => await session.FirstOrDefaultAsync<long>(
        "SELECT COUNT(*) FROM deduction d JOIN deduction_part p ON p.deduction_id = d.deduction_id WHERE d.setl_id = @setlId AND d.kind = @kind AND d.state = 3 AND p.state = 1",
        new { setlId, kind }) > 0;

    /// <summary>What living deductions have taken, and what is owed of a settlement in force with that cash.</summary>
    public static async Task<PaydownSums> SumsAsync(DbSession session, string setlId, long cash)
    {
        var owed = await session.FirstOrDefaultAsync<long?>("SELECT owed FROM paydown WHERE setl_id = @setlId", new { setlId });
        var taken = await session.QueryAsync<(AccountKind Kind, long Sum)>(
            """
            SELECT d.kind, CAST(SUM(p.amount) AS BIGINT) FROM deduction d JOIN deduction_part p ON p.deduction_id = d.deduction_id
            WHERE d.setl_id = @setlId AND d.state IN (1, 2) AND p.state = 2 GROUP BY d.kind
            """,
            new { setlId });
        long Of(AccountKind kind) => taken.Where(row => row.Kind == kind).Sum(row => row.Sum);
        return new(owed ?? cash, Of(AccountKind.Personal), Of(AccountKind.MutualAid), Of(AccountKind.Wallet));
    }
}
