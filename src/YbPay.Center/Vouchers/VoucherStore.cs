using System.Security.Cryptography;
using YbPay.Center.Running;
using YbPay.Storage;
using YbPay.Storage.Columns;

namespace YbPay.Center.Vouchers;

/// <summary>The kinds of credential.</summary>
internal enum VoucherKind
{
    QrCode = 1,
    EcToken = 2,
    PayAuthNo = 3,
}

/// <summary>A credential as it is stored.</summary>
internal sealed record VoucherRow
{
    public required VoucherKind Kind { get; init; }

    /// <summary>Sealed.</summary>
    public required byte[] Person { get; init; }

    public required long ExpiresAt { get; init; }
}

/// <summary>A credential just issued.</summary>
internal sealed record IssuedVoucher(string Value, DateTimeOffset ExpiresAt);

/// <summary>
/// The local credential centre's memory: QR codes, ecTokens and payment authorisations with their life times. Only hashes
/// are stored. A credential may be used until it expires, as the field has it: one ecToken serves upload and refund.
/// </summary>
internal sealed class VoucherStore(IDatabase database, ColumnCipher cipher, TimeProvider clock, CenterOptions options)
{
    public async Task<IReadOnlyList<IssuedVoucher>> IssueAsync(Person person, params VoucherKind[] kinds)
    {
        var now = clock.GetUtcNow();
        var issued = kinds.Select(kind => (Kind: kind, Voucher: new IssuedVoucher(NewValue(kind, person), now + LifeOf(kind)))).ToArray();
        await database.WriteAsync(async session =>
        {
            foreach (var (kind, voucher) in issued)
            {
                await session.ExecuteAsync(
                    "INSERT INTO vouchers (value_hash, kind, person, expires_at) VALUES (@hash, @kind, @person, @expiresAt)",
                    new { hash = Credentials.Hash(voucher.Value), kind = (long)kind, person = person.Seal(cipher), expiresAt = voucher.ExpiresAt.ToUnixTimeMilliseconds() });
            }

            return true;
        });
        return [.. issued.Select(i => i.Voucher)];
    }

    /// <summary>The person, or null when the value is unknown, of another kind, or expired.</summary>
    public async Task<Person?> FindAsync(VoucherKind kind, string value) =>
        value.Length == 0 ? null : PersonOf(kind, await database.ReadAsync(session => Ask(session, value).FirstOrDefaultAsync()));

    /// <summary>What is stored under the value; <see cref="PersonOf"/> tells what it is worth.</summary>
    public static Asked<VoucherRow> Ask(DbSession session, string value) => session.Ask<VoucherRow>(
        "SELECT kind, person, expires_at FROM vouchers WHERE value_hash = @hash", new { hash = Credentials.Hash(value) });

    /// <inheritdoc cref="FindAsync"/>
    public Person? PersonOf(VoucherKind kind, VoucherRow? row) =>
        row is not null && row.Kind == kind && row.ExpiresAt > clock.GetUtcNow().ToUnixTimeMilliseconds() ? Person.Open(cipher, row.Person) : null;

    /// <summary>Drops what expired a day ago.</summary>
    public Task<int> SweepAsync() => database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM vouchers WHERE expires_at < @limit",
        new { limit = clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds() }));

    private TimeSpan LifeOf(VoucherKind kind) => kind switch
    {
        VoucherKind.QrCode => options.VoucherLives.QrCode,
        VoucherKind.EcToken => options.VoucherLives.EcToken,
        VoucherKind.PayAuthNo => options.VoucherLives.PayAuthNo,
    };

    private static string NewValue(VoucherKind kind, Person person) => kind switch
    {
        VoucherKind.QrCode => "28" + RandomNumberGenerator.GetHexString(26),
        VoucherKind.EcToken => person.InsuplcAdmdvs + "ec" + RandomNumberGenerator.GetHexString(24, lowercase: true),
        VoucherKind.PayAuthNo => "AUTH" + person.InsuplcAdmdvs + RandomNumberGenerator.GetHexString(24),
    };
}
