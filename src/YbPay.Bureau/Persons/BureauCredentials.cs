using YbPay.Bureau.Door;
using YbPay.Storage;

namespace YbPay.Bureau;

/// <summary>
/// Tells the core of a credential that was issued elsewhere: the electronic credential's tokens (mdtrt_cert_type 01), so that
/// 1101 finds their holder. Tokens are stored as a keyed index only.
/// </summary>
public sealed class BureauCredentials
{
    private readonly BureauDatabase database;
    private readonly Persons.PersonCipher cipher;

    internal BureauCredentials(BureauDatabase database, Persons.PersonCipher cipher) => (this.database, this.cipher) = (database, cipher);

    /// <summary>False when the core does not know the person.</summary>
    public Task<bool> RegisterTokenAsync(string token, string psnNo, DateTimeOffset expiresAt, CancellationToken cancel = default) => database.Get().WriteAsync(
        async session =>
        {
            var personKey = cipher.Key(psnNo);
            if (await Persons.PersonStore.FindAsync(session, personKey) is null) return false;
            var kind = Persons.CredentialKind.Token;
            await Persons.PersonStore.AddCredentialAsync(session, kind, cipher.NumberKey(kind, token), personKey, expiresAt.ToUnixTimeMilliseconds());
            return true;
        },
        cancel);
}
