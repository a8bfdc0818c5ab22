using YbPay.Storage;

namespace YbPay.Sandbox.Insurer;

/// <summary>A policy as it stands in the database.</summary>
internal sealed record PolicyRow(string InsuranceId, string Holder, long Cap, long Used);

/// <summary>Who is insured, and how much of it is used; never more than the cap.</summary>
internal static class PolicyTable
{
    public static Task OpenAsync(DbSession session, string person, string holder, InsurancePlan plan) => session.ExecuteAsync(
        """
        INSERT INTO insurer_policy (person, insurance_id, holder, cap) VALUES (@person, @InsuranceId, @holder, @Cap)
        ON CONFLICT (person, insurance_id) DO NOTHING
        """,
        new { person, plan.InsuranceId, holder, plan.Cap });

    public static Task<IReadOnlyList<PolicyRow>> OfAsync(DbSession session, string person) => session.QueryAsync<PolicyRow>(
        "SELECT insurance_id, holder, cap, used FROM insurer_policy WHERE person = @person ORDER BY insurance_id", new { person });

    /// <summary>False when less than that is left.</summary>
    public static async Task<bool> UseAsync(DbSession session, string person, string insuranceId, long amount) => await session.ExecuteAsync(
        "UPDATE insurer_policy SET used = used + @amount WHERE person = @person AND insurance_id = @insuranceId AND used + @amount <= cap", new { person, insuranceId, amount }) == 1;

    public static Task<long> UsedAsync(DbSession session) => session.FirstOrDefaultAsync<long>("SELECT CAST(COALESCE(SUM(used), 0) AS BIGINT) FROM insurer_policy");

    public static Task GiveBackAsync(DbSession session, string person, string insuranceId, long amount) => session.ExecuteAsync(
        "UPDATE insurer_policy SET used = used - @amount WHERE person = @person AND insurance_id = @insuranceId", new { person, insuranceId, amount });
}
