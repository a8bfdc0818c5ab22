using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Persons;

/// <summary>Says whether a person is insured as a message claims.</summary>
internal static class InsuranceLookup
{
    private const string Insured = "1";

    public static async Task<Refusal?> CheckAsync(DbSession session, string personKey, string insutype)
    {
        var state = await session.FirstOrDefaultAsync<string>(
            """
            SELECT COALESCE(i.state, '0') FROM person p LEFT JOIN insurance i ON i.person_key = p.person_key AND i.insutype = @insutype
            WHERE p.person_key = @personKey
            """,
            new { personKey, insutype });
        return state switch
        {
            null => Refusals.PersonUnknown,
            Insured => null,
            _ => Refusals.InsuranceUnknown,
        };
    }
}
