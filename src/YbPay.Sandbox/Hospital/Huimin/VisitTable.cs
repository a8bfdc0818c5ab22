using YbPay.Contracts.Huimin;
using YbPay.Storage;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>The hospitals' visits, of persons that stand here as an index only, and the numbers of requests that were answered.</summary>
internal static class VisitTable
{
    /// <summary>A visit that is there stays what it is.</summary>
    public static Task InsertAsync(DbSession session, HospitalVisit visit, string person) => session.LaterAsync(
        """
        INSERT INTO hospital_visit (org_codg, visit_no, person, med_date, med_type, department_name, med_name, mlcd10_code)
        VALUES (@OrgCodg, @VisitNo, @person, @MedDate, @MedType, @DepartmentName, @MedName, @Mlcd10Code) ON CONFLICT DO NOTHING
        """,
        new { visit.OrgCodg, visit.VisitNo, person, visit.MedDate, visit.MedType, visit.DepartmentName, visit.MedName, visit.Mlcd10Code });

    public static async Task<VisitRecord[]> OfPersonAsync(DbSession session, string orgCodg, string person, ListVisitsRequest asked) =>
    [
        .. (await session.QueryAsync<(string VisitNo, string MedDate, string MedType, string DepartmentName, string MedName, string? Code)>(
            """
            SELECT visit_no, med_date, med_type, department_name, med_name, mlcd10_code FROM hospital_visit
            WHERE org_codg = @orgCodg AND person = @person AND med_type = @MedType AND med_date >= @MedStartDate AND med_date <= @MedEndDate ORDER BY med_date, visit_no
            """, new { orgCodg, person, asked.MedType, asked.MedStartDate, asked.MedEndDate }))
            .Select(row => new VisitRecord
            {
                TreatmentSerialNo = row.VisitNo, MedDate = row.MedDate, MedType = row.MedType, DepartmentName = row.DepartmentName, MedName = row.MedName, Mlcd10code = row.Code,
            }),
    ];

    public static async Task<bool> IsOfAsync(DbSession session, string orgCodg, string visitNo, string person) => await session.FirstOrDefaultAsync<string>(
        "SELECT visit_no FROM hospital_visit WHERE org_codg = @orgCodg AND visit_no = @visitNo AND person = @person", new { orgCodg, visitNo, person }) is not null;

    /// <summary>False when the number was used before.</summary>
    public static async Task<bool> TakeNumberAsync(DbSession session, string platformId, string seqId, long now) => await session.ExecuteAsync(
        "INSERT INTO hospital_sequence (platform_id, seq_id, used_at) VALUES (@platformId, @seqId, @now) ON CONFLICT DO NOTHING", new { platformId, seqId, now }) == 1;
}
