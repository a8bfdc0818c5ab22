using YbPay.Contracts.Outcomes;
using YbPay.Storage;

namespace YbPay.Bureau.Persons;

/// <summary>Says whether a person is insured as a message claims, and shows a credential of his own.</summary>
internal sealed class InsuranceLookup(PersonCipher cipher)
{
    private const string Insured = "1";

    /// <summary>Null when all is as told. Tokens (01) live and die elsewhere and are not looked at here.</summary>
    public async Task<Refusal?> CheckAsync(DbSession session, string personKey, string insutype, string certType, string? certNo)
    {
        var number = certType is CredentialKind.Certificate or CredentialKind.Card ? certNo ?? "" : "";
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT COALESCE(i.state, '0') AS state, c.person_key AS holder
            FROM person p LEFT JOIN insurance i ON i.person_key = p.person_key AND i.insutype = @insutype
            LEFT JOIN credential c ON c.kind = @certType AND c.number_key = @numberKey
            WHERE p.person_key = @personKey
            """,
            new { personKey, insutype, certType, numberKey = number.Length == 0 ? "" : cipher.NumberKey(certType, number) });
        if (row is null) return Refusals.PersonUnknown;
        if (row.State != Insured) return Refusals.InsuranceUnknown;
        return number.Length > 0 && row.Holder != personKey ? Refusals.CredentialDiffers : null;
    }

    private sealed record Row(string State, string? Holder);
}
