using System.Globalization;
using YbPay.Storage;

namespace YbPay.Bureau.Persons;

/// <summary>A person as stored: the profile still sealed.</summary>
internal sealed record PersonRow(string PersonKey, string PsnType, string Admdvs, byte[] Profile);

/// <param name="AccountBalance">What of the personal account can be spent, in fen.</param>
internal sealed record InsuranceRow(string Insutype, string State, long AccountBalance)
{
    /// <summary>psn_insu_stas 1: paid up.</summary>
    public const string Insured = "1";

    /// <summary>Insurance kind 320: civil servants' supplement.</summary>
    public const string CivilServant = "320";
}

/// <summary>An identity that a supplement may be granted to; days as yyyy-MM-dd, no end when empty.</summary>
internal sealed record IdentityRow(string PsnIdetType, string Begins, string Ends);

/// <summary>Persons, credentials and insurances.</summary>
internal static class PersonStore
{
    public static Task<PersonRow?> FindAsync(DbSession session, string personKey) => session.FirstOrDefaultAsync<PersonRow>(
        "SELECT person_key, psn_type, admdvs, profile FROM person WHERE person_key = @personKey", new { personKey });

    /// <summary>The holder of a credential that has not expired.</summary>
    public static Task<PersonRow?> FindByCredentialAsync(DbSession session, string kind, string numberKey, long now) => session.FirstOrDefaultAsync<PersonRow>(
        """
        SELECT p.person_key, p.psn_type, p.admdvs, p.profile
        FROM credential c JOIN person p ON p.person_key = c.person_key
        WHERE c.kind = @kind AND c.number_key = @numberKey AND c.expires_at > @now
        """,
        new { kind, numberKey, now });

    public static Task<IReadOnlyList<InsuranceRow>> InsurancesAsync(DbSession session, string personKey) => session.QueryAsync<InsuranceRow>(
        """
        SELECT insutype, state, account_balance - account_frozen - account_held AS account_balance FROM insurance WHERE person_key = @personKey ORDER BY insutype
        """,
        new { personKey });

    /// <summary>Identities that hold on a day.</summary>
    public static Task<IReadOnlyList<IdentityRow>> IdentitiesAsync(DbSession session, string personKey, DateOnly day) => session.QueryAsync<IdentityRow>(
        """
        SELECT psn_idet_type, begins, ends FROM person_identity
        WHERE person_key = @personKey AND begins <= @day AND (ends = '' OR ends >= @day) ORDER BY psn_idet_type
        """,
        new { personKey, day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });

    public static Task AddCredentialAsync(DbSession session, string kind, string numberKey, string personKey, long expiresAt) => session.ExecuteAsync(
        """
        INSERT INTO credential (kind, number_key, person_key, expires_at) VALUES (@kind, @numberKey, @personKey, @expiresAt)
        ON CONFLICT (kind, number_key) DO NOTHING
        """,
        new { kind, numberKey, personKey, expiresAt });
}
