using System.Globalization;
using YbPay.Bureau.Tests.Hosting;
using YbPay.Contracts.Wallet;
using YbPay.Engine.Ledger;
using YbPay.Protocol.Fsi;

namespace YbPay.Bureau.Tests.Accounts;

/// <summary>Many systems of one institution pay the same settlements at once from three kinds of accounts: nothing is paid twice, nothing is lost.</summary>
public sealed class ManyClientsPay
{
    private static readonly string[] Kinds = [Paying.Wallet, Paying.Personal, Paying.MutualAid];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Sixty_four_clients_pay_the_same_settlements(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var hospital = await host.Core.SignInAsync();
        var patients = new[] { Patient.Of(hospital, 0), Patient.Of(hospital, 1) }; // the family accounts of both overlap
        var bills = new List<(Patient Patient, string SetlId, decimal Cash)>();
        foreach (var patient in patients)
        {
            for (var i = 0; i < 3; i++)
            {
                var cash = 310.55m + (100m * i);
                bills.Add((patient, await patient.OwesAsync(cash, $"B{i}"), cash));
            }
        }

        var asked = await Task.WhenAll(Enumerable.Range(0, 64).Select(client => PayAllAsync(bills, Kinds[client % 3], client)));

        foreach (var (patient, setlId, cash) in bills)
        {
            var paid = await patient.PaydownAsync(setlId);
            (paid.CashOwed + paid.AcctDeducted + paid.MulaidDeducted + paid.WalletDeducted).ShouldBe(cash);
            foreach (var (kind, deducted) in new[] { (Paying.Personal, paid.AcctDeducted), (Paying.MutualAid, paid.MulaidDeducted), (Paying.Wallet, paid.WalletDeducted) })
                if (deducted > 0) AmountsOf(asked, setlId, kind).Where(amount => amount > 0).Distinct().ShouldBe([deducted], $"every client hears the same of {kind}");
        }

        (await host.Core.CountAsync("deduction WHERE state = 2")).ShouldBeGreaterThan(6);
        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_order_of_concurrent_deductions_does_not_matter_to_the_total(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var hospital = await host.Core.SignInAsync();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var patient = Patient.Of(hospital, 0);
        for (var round = 0; round < 12; round++)
        {
            var cash = random.Next(1, 130_000) / 100m;
            var setlId = await patient.OwesAsync(cash, $"R{round}");
            var order = Kinds.OrderBy(_ => random.Next()).ToArray();
            if (round % 2 == 0) await Task.WhenAll(order.Select(kind => patient.SendPaymentAsync(kind, setlId)));
            else foreach (var kind in order) (await patient.SendPaymentAsync(kind, setlId)).ErrMsg.ShouldBeNull();

            var paid = await patient.PaydownAsync(setlId);
            paid.CashOwed.ShouldBe(cash - Math.Min(cash, 120m + 356.80m + 750m), string.Create(CultureInfo.InvariantCulture, $"seed {seed}, round {round}, cash {cash}"));
            await patient.CancelAsync(setlId);
            await Center.Tests.Hosting.Eventually.HoldsAsync(async () => await host.Core.CountAsync("deduction_part WHERE state IN (1, 2, 4)") == 0, "all is back");
        }

        await BothSides.AgreeAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Cancelling_while_clients_pay_leaves_no_fen_behind(string database)
    {
        await using var host = await BankedBureau.StartAsync(database);
        var patient = Patient.Of(await host.Core.SignInAsync(), 0);
        for (var round = 0; round < 6; round++)
        {
            var setlId = await patient.OwesAsync(900m, $"C{round}");
            var paying = Kinds.Select(kind => patient.SendPaymentAsync(kind, setlId)).ToList();
            await patient.CancelAsync(setlId);
            await Task.WhenAll(paying);
        }

        await Center.Tests.Hosting.Eventually.HoldsAsync(async () => await host.Core.CountAsync("legs WHERE state IN (0, 3)") == 0, "no leg is open");
        (await patient.WalletBalanceAsync()).ShouldBe(120m);
        (await patient.BalanceAsync()).ShouldBe(356.80m);
        (await host.AccountsAsync())[Paying.NumberOf(1, AccountKind.MutualAid)].Balance.ShouldBe(15000);
        await BothSides.AgreeAsync(host);
    }

    private static async Task<List<(string SetlId, string Infno, FsiReply Reply)>> PayAllAsync(List<(Patient Patient, string SetlId, decimal Cash)> bills, string infno, int client)
    {
        var replies = new List<(string, string, FsiReply)>();
        for (var i = 0; i < bills.Count; i++)
        {
            var (patient, setlId, _) = bills[(i + client) % bills.Count];
            var reply = await patient.SendPaymentAsync(infno, setlId);
            reply.ErrMsg.ShouldBeNull();
            replies.Add((setlId, infno, reply));
        }

        return replies;
    }

    private static IEnumerable<decimal> AmountsOf(IEnumerable<List<(string SetlId, string Infno, FsiReply Reply)>> asked, string setlId, string infno) =>
        from one in asked.SelectMany(replies => replies)
        where one.SetlId == setlId && one.Infno == infno
        select infno switch
        {
            Paying.Wallet => Paying.Result<DeductWalletReply>(one.Reply).EnttAcctPay,
            Paying.Personal => Paying.Result<DeductPersonalAccountReply>(one.Reply).EnttAcctPay,
            _ => Paying.Result<DeductMutualAidReply>(one.Reply).AllEnttAcctPay,
        };
}
