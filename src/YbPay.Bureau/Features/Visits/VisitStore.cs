using YbPay.Storage;

namespace YbPay.Bureau.Features.Visits;

internal enum VisitState
{
    Open = 1,
    Cancelled = 2,
}

/// <summary>A registration (2201) or an admission (2401).</summary>
internal sealed record VisitRow(string MdtrtId, string Institution, string PersonKey, string Insutype, string MedType, bool Inpatient, VisitState State);

/// <summary>Visits. What was told of the patient is stored sealed, as it came.</summary>
internal static class VisitStore
{
    private const string Columns = "mdtrt_id, institution, person_key, insutype, med_type, inpatient, state";

    public static Task InsertAsync(DbSession session, VisitRow visit, byte[] detail, byte[]? diagnoses, long now) => session.LaterAsync(
        """
        INSERT INTO visit (mdtrt_id, institution, person_key, insutype, med_type, inpatient, state, detail, diagnoses, opened_at)
        VALUES (@MdtrtId, @Institution, @PersonKey, @Insutype, @MedType, @Inpatient, @State, @detail, @diagnoses, @now)
        """,
        new { visit.MdtrtId, visit.Institution, visit.PersonKey, visit.Insutype, visit.MedType, visit.Inpatient, visit.State, detail, diagnoses, now });

    /// <summary>The person's visit at the institution, locked for the rest of the transaction where there are several writers.</summary>
    public static Task<VisitRow?> LockAsync(DbSession session, string mdtrtId, string personKey, string institution) => session.FirstOrDefaultAsync<VisitRow>(
        $"SELECT {Columns} FROM visit WHERE mdtrt_id = @mdtrtId AND person_key = @personKey AND institution = @institution{session.Dialect.ForUpdate()}",
        new { mdtrtId, personKey, institution });

    /// <summary>Keeps what is replaced, so that the message can be reversed. The visit is locked.</summary>
    public static async Task DiagnoseAsync(DbSession session, string mdtrtId, string medType, byte[] diagnoses, string msgid)
    {
        await session.LaterAsync(
            "INSERT INTO visit_replaced (msgid, mdtrt_id, med_type, diagnoses, told_by) SELECT @msgid, mdtrt_id, med_type, diagnoses, told_by FROM visit WHERE mdtrt_id = @mdtrtId",
            new { mdtrtId, msgid });
        await session.LaterAsync(
            "UPDATE visit SET med_type = @medType, diagnoses = @diagnoses, told_by = @msgid WHERE mdtrt_id = @mdtrtId", new { mdtrtId, medType, diagnoses, msgid });
    }

    /// <summary>What this 2203 replaced holds again, or, where a later one replaced it in turn, would hold after that one's reversal. The visit is locked.</summary>
    public static async Task UntellAsync(DbSession session, string mdtrtId, string msgid)
    {
        var before = await session.FirstOrDefaultAsync<Replaced>("SELECT med_type, diagnoses, told_by FROM visit_replaced WHERE msgid = @msgid", new { msgid });
        if (before is null) return; // It was told before such rows were kept.
        await session.ExecuteAsync("DELETE FROM visit_replaced WHERE msgid = @msgid", new { msgid });
        var args = new { mdtrtId, msgid, before.MedType, before.Diagnoses, before.ToldBy };
        if (await session.ExecuteAsync("UPDATE visit SET med_type = @MedType, diagnoses = @Diagnoses, told_by = @ToldBy WHERE mdtrt_id = @mdtrtId AND told_by = @msgid", args) == 0)
            await session.ExecuteAsync("UPDATE visit_replaced SET med_type = @MedType, diagnoses = @Diagnoses, told_by = @ToldBy WHERE told_by = @msgid", args);
    }

    private sealed record Replaced(string MedType, byte[]? Diagnoses, string? ToldBy);

    public static Task CancelAsync(DbSession session, string mdtrtId, string msgid) => session.ExecuteAsync(
        "UPDATE visit SET state = @to, cancelled_by = @msgid WHERE mdtrt_id = @mdtrtId", new { mdtrtId, msgid, to = VisitState.Cancelled });

    public static Task ReopenAsync(DbSession session, string mdtrtId) => session.ExecuteAsync(
        "UPDATE visit SET state = @to, cancelled_by = NULL WHERE mdtrt_id = @mdtrtId", new { mdtrtId, to = VisitState.Open });
}
