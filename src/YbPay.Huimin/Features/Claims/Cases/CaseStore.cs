using YbPay.Engine.Claims;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Cases;

/// <summary>The cases table. A status changes in <see cref="CaseMoves"/> and nowhere else.</summary>
internal static class CaseStore
{
    private const string Select = "SELECT case_id, hospital_id, visit_no, person_key, person, kind, claim_type, insurance_id, insurance_name, status, version, amount, note, told_node FROM cases";

    /// <summary>False when the visit has a case that is not withdrawn: a rival was first.</summary>
    public static async Task<bool> InsertAsync(DbSession session, CaseRow row, long now) => await session.ExecuteAsync(
        """
        INSERT INTO cases (case_id, hospital_id, visit_no, person_key, person, kind, claim_type, insurance_id, insurance_name, status, created_at, updated_at)
        VALUES (@CaseId, @HospitalId, @VisitNo, @PersonKey, @Person, @Kind, @ClaimType, @InsuranceId, @InsuranceName, @Status, @now, @now)
        ON CONFLICT DO NOTHING
        """,
        new { row.CaseId, row.HospitalId, row.VisitNo, row.PersonKey, row.Person, row.Kind, row.ClaimType, row.InsuranceId, row.InsuranceName, Status = (long)row.Status, now }) == 1;

    public static Task<CaseRow?> FindAsync(DbSession session, string caseId) => session.FirstOrDefaultAsync<CaseRow>($"{Select} WHERE case_id = @caseId", new { caseId });

    /// <summary>For a write that follows in the same transaction: who is at the case is waited for.</summary>
    public static async Task<CaseRow> TakeAsync(DbSession session, string caseId) =>
        await session.FirstOrDefaultAsync<CaseRow>($"{Select} WHERE case_id = @caseId{session.Dialect.ForUpdate()}", new { caseId })
        ?? throw new InvalidDataException($"Case {caseId} is gone.");

    /// <summary>The visit's case: the one that is not withdrawn, or else the latest that is; null when there never was one.</summary>
    public static async Task<CaseRow?> OfVisitAsync(DbSession session, string hospitalId, string visitNo, bool toWrite)
    {
        var words = toWrite ? session.Dialect.ForUpdate() : "";
        return await session.FirstOrDefaultAsync<CaseRow>($"{Select} WHERE hospital_id = @hospitalId AND visit_no = @visitNo AND status <> 0{words}", new { hospitalId, visitNo })
            ?? await session.FirstOrDefaultAsync<CaseRow>(
                $"{Select} WHERE hospital_id = @hospitalId AND visit_no = @visitNo AND status = 0 ORDER BY created_at DESC, case_id DESC LIMIT 1", new { hospitalId, visitNo });
    }

    /// <summary>Guarded by state and version; throws when somebody was at the case although it was taken, which cannot be.</summary>
    public static async Task UpdateAsync(DbSession session, CaseRow from, CaseRow to, long now)
    {
        var changed = await session.ExecuteAsync(
            """
            UPDATE cases SET status = @to, version = @version, amount = @Amount, note = @Note, told_node = @ToldNode, updated_at = @now, ended_at = @endedAt
            WHERE case_id = @CaseId AND status = @from AND version = @before
            """,
            new
            {
                to.CaseId, from = (long)from.Status, before = from.Version, to = (long)to.Status, version = to.Version, to.Amount, to.Note, to.ToldNode, now,
                endedAt = to.Status.IsOver() ? now : (long?)null,
            });
        if (changed != 1) throw new InvalidOperationException($"{from} was moved by two at once.");
    }

    public static Task NoteTrialAsync(DbSession session, string caseId, string trialId) =>
        session.LaterAsync("UPDATE cases SET trial_id = @trialId WHERE case_id = @caseId", new { caseId, trialId });

    /// <summary>A discharge of the visit is under way or settled (docs: Features/Discharge); its insurer's part hangs on the case.</summary>
    public static async Task<bool> HasDischargeAsync(DbSession session, string hospitalId, string visitNo) =>
        await session.FirstOrDefaultAsync<string>("SELECT query_id FROM discharges WHERE hospital_id = @hospitalId AND visit_no = @visitNo AND stands = 1", new { hospitalId, visitNo }) is not null;
}
