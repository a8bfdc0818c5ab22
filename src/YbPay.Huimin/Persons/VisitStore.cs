using YbPay.Storage;

namespace YbPay.Huimin.Persons;

/// <summary>Whose visit a visit number is.</summary>
internal sealed record VisitRow
{
    public required string HospitalId { get; init; }

    public required string VisitNo { get; init; }

    public required string PersonKey { get; init; }

    public required byte[] Person { get; init; }
}

/// <summary>What hospitals told of their visits (HOS00001, HOS00025). The first word counts: a visit never becomes another person's.</summary>
internal static class VisitStore
{
    public static Task TellAsync(DbSession session, string hospitalId, string visitNo, string personKey, byte[] person, long now) => session.LaterAsync(
        "INSERT INTO visits (hospital_id, visit_no, person_key, person, told_at) VALUES (@hospitalId, @visitNo, @personKey, @person, @now) ON CONFLICT DO NOTHING",
        new { hospitalId, visitNo, personKey, person, now });

    public static Task<VisitRow?> FindAsync(DbSession session, string hospitalId, string visitNo) => session.FirstOrDefaultAsync<VisitRow>(
        "SELECT hospital_id, visit_no, person_key, person FROM visits WHERE hospital_id = @hospitalId AND visit_no = @visitNo", new { hospitalId, visitNo });

    /// <summary>The visit that the hospital told last of a person; null when it told of none.</summary>
    public static Task<string?> NewestOfPersonAsync(DbSession session, string hospitalId, string personKey) => session.FirstOrDefaultAsync<string>(
        "SELECT visit_no FROM visits WHERE hospital_id = @hospitalId AND person_key = @personKey ORDER BY told_at DESC, visit_no DESC LIMIT 1", new { hospitalId, personKey });
}
