using YbPay.Bureau.Door;
using YbPay.Storage;

namespace YbPay.Bureau.Features.Settlements;

/// <summary>Settlements and their cancellations.</summary>
internal static class SettlementStore
{
    private const string Columns =
        """
        setl_id, mdtrt_id, person_key, institution, chrg_bchno, once_key, msgid, origin_setl_id, state, insutype, med_type, clr_type, benefit_group,
        fund_year, deductible_period, mdtrt_cert_type, settled_at, medfee, own_paid, over_limit, first_own_paid, in_scope, deductible, ratio, hifp, cvlserv,
        hifes, hifmi, hifob, hifdm, maf, oth, fund_sum, hosp_part, person_part, account_paid, cash, account_left, funds, reckoning
        """;

    /// <summary>Ends the work with <paramref name="otherwise"/> when the visit's batch (or the stay's end) is settled already, or the settlement was cancelled already.</summary>
    public static Task InsertAsync(DbSession session, SettlementRow row, Func<Exception> otherwise) => session.LaterAsync(
        $"""
        INSERT INTO settlement ({Columns})
        VALUES (@SetlId, @MdtrtId, @PersonKey, @Institution, @ChrgBchno, @OnceKey, @Msgid, @OriginSetlId, @State, @Insutype, @MedType, @ClrType, @BenefitGroup,
          @FundYear, @DeductiblePeriod, @MdtrtCertType, @SettledAt, @Medfee, @OwnPaid, @OverLimit, @FirstOwnPaid, @InScope, @Deductible, @Ratio, @Hifp,
          @Cvlserv, @Hifes, @Hifmi, @Hifob, @Hifdm, @Maf, @Oth, @FundSum, @HospPart, @PersonPart, @AccountPaid, @Cash, @AccountLeft, @Funds, @Reckoning)
        ON CONFLICT DO NOTHING
        """,
        row,
        new Guard(1, otherwise));

    public static Task<SettlementRow?> FindAsync(DbSession session, string setlId) =>
        session.FirstOrDefaultAsync<SettlementRow>($"SELECT {Columns} FROM settlement WHERE setl_id = @setlId", new { setlId });

    public static Task<SettlementRow?> FindByMsgidAsync(DbSession session, string msgid) =>
        session.FirstOrDefaultAsync<SettlementRow>($"SELECT {Columns} FROM settlement WHERE msgid = @msgid", new { msgid });

    /// <summary>Guarded; false when it was in another state, or when another settlement took its place meanwhile.</summary>
    public static async Task<bool> MoveAsync(DbSession session, string setlId, SettlementState from, SettlementState to) => await session.ExecuteAsync(
        """
        UPDATE settlement SET state = @to WHERE setl_id = @setlId AND state = @from AND NOT EXISTS (
          SELECT 1 FROM settlement other
          WHERE @to = 1 AND other.mdtrt_id = settlement.mdtrt_id AND other.once_key = settlement.once_key AND other.state = 1)
        """,
        new { setlId, from, to }) == 1;

    /// <summary>once_key of a stay's last settlement.</summary>
    public const string FinalKey = "FINAL";

    /// <summary>True when a stay has its last settlement: no more lines, no more settlements.</summary>
    public static async Task<bool> IsFinalAsync(DbSession session, string mdtrtId) =>
        await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM settlement WHERE mdtrt_id = @mdtrtId AND once_key = @FinalKey AND state = 1", new { mdtrtId, FinalKey }) > 0;
}
