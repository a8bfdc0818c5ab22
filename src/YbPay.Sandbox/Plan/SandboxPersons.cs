using YbPay.Bureau;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;

namespace YbPay.Sandbox.Plan;

/// <summary>The one place where the bureau's seed becomes the persons of <c>sandbox.json</c>.</summary>
public static class SandboxPersons
{
    /// <summary>Everybody in the seed, by the first insurance kind. Balances are those of the seed, in yuan.</summary>
    public static IReadOnlyList<SandboxPerson> From(BureauSeed seed) =>
    [
        .. seed.Persons.Select(person => new SandboxPerson(
            person.PsnNo.Reveal(), person.CertNo.Reveal(), person.PsnCertType, person.Name.Reveal(), person.Insurances[0].Insutype, person.Admdvs,
            QrCode: "", AccountBalance: Yuan(person.Insurances[0].AccountBalance), WalletBalance: Yuan(person.Accounts.Where(account => account.Kind == AccountKind.Wallet).Sum(account => account.Balance)))),
    ];

    /// <summary>The same persons with the QR codes that were issued for them, by psnNo.</summary>
    public static IReadOnlyList<SandboxPerson> WithQrCodes(this IReadOnlyList<SandboxPerson> persons, IReadOnlyDictionary<string, string> qrCodes) =>
        [.. persons.Select(person => person with { QrCode = qrCodes[person.PsnNo] })];

    private static decimal Yuan(long fen) => new Fen(fen).ToYuan();
}
