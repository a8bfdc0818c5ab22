using System.Reflection;
using System.Text.Json;
using YbPay.Bureau;
using YbPay.Contracts;

namespace YbPay.Sandbox.CreditBank;

/// <summary>A discount that an account grants by itself: off a payment of at least so much, so many times.</summary>
/// <param name="From">Fen, more than <paramref name="Off"/>.</param>
/// <param name="Off">Fen.</param>
public sealed record CreditCoupon(string Label, long From, long Off, int Times);

/// <summary>An account as it is at the first start.</summary>
/// <param name="AccType">01 debit card, 02 credit card, 03 credit product, 04 medical-insurance personal account.</param>
/// <param name="Money">Fen: the balance of 01 and 04, the line of 02 and 03.</param>
public sealed record CreditAccountSeed(Personal IdNo, Personal Name, string AccType, Personal AccountNo, string Label, long Money, CreditCoupon? Coupon)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>The accounts that come with the sandbox, of those persons whom the seed knows; nobody else has any.</summary>
    public static IReadOnlyList<CreditAccountSeed> For(BureauSeed seed)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("YbPay.Sandbox.CreditBank.accounts.json")
            ?? throw new InvalidOperationException("The credit bank's accounts are not in the assembly.");
        var accounts = JsonSerializer.Deserialize<AccountsFile>(file, Form)!.Accounts;
        return
        [
            .. from account in accounts
               join person in seed.Persons on account.PsnNo equals person.PsnNo.Reveal()
               select new CreditAccountSeed(person.CertNo, person.Name, account.AccType, new(account.AccountNo), account.Label, account.Money, account.Coupon),
        ];
    }

    private sealed record AccountsFile(IReadOnlyList<AccountLine> Accounts);

    private sealed record AccountLine(string PsnNo, string AccType, string AccountNo, string Label, long Money, CreditCoupon? Coupon)
    {
        public override string ToString() => "***";
    }
}
