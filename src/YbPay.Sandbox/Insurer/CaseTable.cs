using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>A case as it stands in the database.</summary>
internal sealed record CaseRow
{
    public string Merchant { get; init; } = "";

    public string CaseNo { get; init; } = "";

    public string Person { get; init; } = "";

    public string Holder { get; init; } = "";

    public string InsuranceId { get; init; } = "";

    public string Stage { get; init; } = "";

    public long StageAt { get; init; }

    /// <summary>When its next stage is due; null at the end.</summary>
    public long? NextAt { get; init; }

    /// <summary>What counts of its costs.</summary>
    public long Base { get; init; }

    /// <summary>Why it will be refused; empty when nothing speaks against it.</summary>
    public string Refusal { get; init; } = "";

    public long Amount { get; init; }

    public string Message { get; init; } = "";
}

/// <summary>The cases, each number once.</summary>
internal static class CaseTable
{
    private const string Columns = "merchant, case_no, person, holder, insurance_id, stage, stage_at, next_at, base, refusal, amount, message";

    /// <summary>False when there is one of that number.</summary>
    public static async Task<bool> InsertAsync(DbSession session, CaseRow row) => await session.ExecuteAsync(
        """
        INSERT INTO insurer_case (merchant, case_no, person, holder, insurance_id, stage, stage_at, next_at, base, refusal, message)
        VALUES (@Merchant, @CaseNo, @Person, @Holder, @InsuranceId, @Stage, @StageAt, @NextAt, @Base, @Refusal, @Message)
        ON CONFLICT (merchant, case_no) DO NOTHING
        """,
        row) == 1;

    public static Task<CaseRow?> FindAsync(DbSession session, string merchant, string caseNo) =>
        session.FirstOrDefaultAsync<CaseRow>($"SELECT {Columns} FROM insurer_case WHERE merchant = @merchant AND case_no = @caseNo", new { merchant, caseNo });

    /// <summary>Whose next stage is due at <paramref name="now"/>, in the order of time.</summary>
    public static Task<IReadOnlyList<CaseRow>> DueAsync(DbSession session, long now) =>
        session.QueryAsync<CaseRow>($"SELECT {Columns} FROM insurer_case WHERE next_at <= @now ORDER BY next_at, case_no", new { now });

    /// <summary>From the stage that was read to another one. False when it is no longer there.</summary>
    public static async Task<bool> MoveAsync(DbSession session, CaseRow from, CaseRow to) => await session.ExecuteAsync(
        """
        UPDATE insurer_case SET stage = @Stage, stage_at = @StageAt, next_at = @NextAt, amount = @Amount, message = @Message
        WHERE merchant = @Merchant AND case_no = @CaseNo AND stage = @was
        """,
        new { to.Stage, to.StageAt, to.NextAt, to.Amount, to.Message, to.Merchant, to.CaseNo, was = from.Stage }) == 1;

    /// <summary>Makes up the insurer's mind about a case that is not decided yet. False when there is none.</summary>
    public static async Task<bool> SetRefusalAsync(DbSession session, string caseNo, string refusal) => await session.ExecuteAsync(
        "UPDATE insurer_case SET refusal = @refusal WHERE case_no = @caseNo AND stage IN ('RECEIVED', 'DECLARED', 'COSTED')", new { caseNo, refusal }) > 0;
}
