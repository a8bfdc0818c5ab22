using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Bureau;
using YbPay.Cli.Days.World;
using YbPay.Engine.Ledger;
using YbPay.Engine.Money;
using YbPay.Sandbox.Bank;
using YbPay.Sandbox.Hospital;
using YbPay.Sandbox.Plan;
using YbPay.Storage;

namespace YbPay.Cli.Days.Books;

/// <summary>
/// Whether the same money stands in all books after the days: the hospitals' notes, the centre's ledger, the core's settlements and accounts,
/// the bank's payments. Each role's database is read by itself.
/// </summary>
internal static class Conservation
{
    /// <summary>One kind of money in two books.</summary>
    public sealed record Line(string What, Fen Noted, Fen Found);

    private sealed record AccountSum(string Account, long Amount);

    private sealed record CoreSum(long Fund, long Account);

    public static async Task<IReadOnlyList<string>> CheckAsync(DaysWorld world, Notebook notes, CancellationToken cancel)
    {
        var lines = new List<Line>();
        lines.AddRange(await CentreAsync(world, notes.Standing, cancel));
        lines.AddRange(await CoreAsync(world, notes.Standing, cancel));
        lines.Add(new("the bank holds", notes.Standing.Cash, await BankAsync(world, cancel)));
        var breaches = lines.Where(line => line.Noted != line.Found).Select(line => $"{line.What} {line.Found}, the hospitals noted {line.Noted}").ToList();
        foreach (var hospital in world.Hospitals) breaches.AddRange(await ToldAsync(world, notes, hospital.OrgCodg, cancel));
        return breaches;
    }

    private static async Task<IEnumerable<Line>> CentreAsync(DaysWorld world, MoneyStanding noted, CancellationToken cancel)
    {
        var sums = await world.ServicesOf(SandboxRoles.Center).GetRequiredService<IDatabase>().ReadAsync(
            session => session.QueryAsync<AccountSum>("SELECT account, CAST(SUM(amount) AS BIGINT) AS amount FROM ledger_postings GROUP BY account"), cancel);
        return
        [
            new("the centre's fund account has", noted.Fund, Of(Accounts.Fund)),
            new("the centre's personal accounts have", noted.Account, Of(Accounts.PersonalAccount)),
            new("the centre's accounts paid down", noted.PaidDown, Of(Accounts.PaidDown)),
            new("the centre's other payers have", noted.Other, Of(Accounts.Other)),
            new("the centre's deposits have", noted.Deposit, Of(Accounts.Deposit)),
            new("the centre's cash channel has", noted.Cash, Of(Accounts.CashChannel)),
            new("the centre's patients owe", Fen.Zero, Of(Accounts.Patient)),
            new("the centre owes the hospitals", Fen.Zero - (noted.Fund + noted.Account + noted.PaidDown + noted.Other + noted.Deposit + noted.Cash), Of(Accounts.Hospital)),
        ];

        Fen Of(string account) => new(sums.FirstOrDefault(sum => sum.Account == account)?.Amount ?? 0);
    }

    private static async Task<IEnumerable<Line>> CoreAsync(DaysWorld world, MoneyStanding noted, CancellationToken cancel)
    {
        var core = world.CoreBooks;
        var standing = await core.ReadAsync(
            session => session.FirstOrDefaultAsync<CoreSum>("SELECT CAST(COALESCE(SUM(fund_sum), 0) AS BIGINT) AS fund, CAST(COALESCE(SUM(account_paid), 0) AS BIGINT) AS account FROM settlement WHERE state = 1"), cancel);
        var left = await core.ReadAsync(session => session.FirstOrDefaultAsync<long>(
            "SELECT CAST((SELECT SUM(account_balance) FROM insurance) + (SELECT COALESCE(SUM(balance), 0) FROM account) AS BIGINT)"), cancel);
        var atFirst = BureauSeed.Default.Persons.Sum(person => person.Insurances.Sum(insurance => insurance.AccountBalance) + person.Accounts.Sum(account => account.Balance));
        return
        [
            new("the core's funds paid", noted.Fund, new Fen(standing!.Fund)),
            new("the core's settlements took from accounts", noted.Account, new Fen(standing.Account)),
            new("the core's accounts are less by", noted.Account + noted.PaidDown, new Fen(atFirst - left)),
        ];
    }

    private static async Task<Fen> BankAsync(DaysWorld world, CancellationToken cancel) =>
        new(await world.ServicesOf(SandboxRoles.Bank).GetRequiredService<BankDatabase>().Opened.ReadAsync(
            session => session.FirstOrDefaultAsync<long>("SELECT CAST(COALESCE(SUM(amount - refunded), 0) AS BIGINT) FROM bank_payment WHERE status = 'PAID'"), cancel));

    /// <summary>Every paid order was told once in effect, and no other.</summary>
    private static async Task<IEnumerable<string>> ToldAsync(DaysWorld world, Notebook notes, string orgCodg, CancellationToken cancel)
    {
        var settled = await world.ServicesOf(SandboxRoles.Hospital).GetRequiredService<HospitalBooks>().SettledAsync(orgCodg, cancel);
        var (wanted, told) = (notes.ToldOf(orgCodg), settled.ToHashSet(StringComparer.Ordinal));
        return wanted.Except(told).Select(order => $"{orgCodg} was never told of {order}")
            .Concat(told.Except(wanted).Select(order => string.Create(CultureInfo.InvariantCulture, $"{orgCodg} was told of {order}, which was not paid")));
    }
}
