using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>The printed equations, in every answer that is read; and what is so in the tables after every test.</summary>
internal static class Sums
{
    /// <summary>nonCreditPayAmt and the share of credit and insurer are settleAmt: credit is what the deposits are worth, what is missing added, what is too much taken off.</summary>
    public static void Hold(TryDischargeRequest trial, TryDischargeReply said)
    {
        said.TrialId.ShouldBe(trial.TrialId);
        (trial.NonCreditPayAmt + said.PsnAmt + said.SupplementAmt - said.RefundAmt + said.BudgetAmt).ShouldBe(trial.SettleAmt, said.ToString());
        Math.Min(said.SupplementAmt, said.RefundAmt).ShouldBe(0);
    }

    public static void Hold(SettleDischargeRequest settlement, SettleDischargeReply said)
    {
        said.OrderId.ShouldBe(settlement.OrderId);
        (settlement.NonCreditPayAmt + said.PsnAmt + said.SupplementAmt - said.RefundAmt + said.BudgetAmt).ShouldBe(settlement.SettleAmt, said.ToString());
        (said.MiAmt, said.GrAmt, said.SettleAmt).ShouldBe((settlement.MiAmt, settlement.GrAmt, settlement.SettleAmt));
        said.OrderList.Select(deposit => deposit.QueryId).ShouldBe(settlement.OrigPayQueryId.Numbers);
        if (said.OrderStatus == "32") (settlement.NonCreditPayAmt + said.PsnAmt - said.RefundAmt + said.InsureSettleAmt).ShouldBe(settlement.SettleAmt, said.ToString());
    }

    public static void Hold(SettleDischargeRequest settlement, QueryDischargeReply said)
    {
        said.OrderId.ShouldBe(settlement.OrderId);
        said.OrderList.Select(deposit => deposit.QueryId).ShouldBe(settlement.OrigPayQueryId.Numbers, ignoreOrder: true);
        if (said.OrderStatus != "32") return;
        said.OrderList.Sum(deposit => deposit.RefundAmt).ShouldBe(said.RefundAmt);
        (settlement.NonCreditPayAmt + said.OrderList.Sum(deposit => deposit.Amt) + said.InsureSettleAmt).ShouldBe(settlement.SettleAmt, said.ToString());
    }

    /// <summary>The discharge comes to the state, and the books balance against bank and insurer.</summary>
    public static async Task<QueryDischargeReply> EndsAsync(this Stay stay, SettleDischargeRequest settlement, string orderStatus)
    {
        var end = await GetAsync(() => stay.AskedAsync(settlement), said => said.OrderStatus == orderStatus, $"{settlement.OrderId} is {orderStatus}");
        await AddUpAsync(stay.Hospital.Host);
        return end;
    }

    /// <summary>
    /// Of every deposit paid = used + returned + held; books, bank, insurer and tables say the same; nothing was logged as an error.
    /// </summary>
    public static async Task AddUpAsync(HuiminHost host)
    {
        await Payments.Books.BalanceAsync(host);
        (await host.NumberAsync("SELECT COALESCE(SUM(amount), 0) FROM ledger_postings WHERE account = 'hospital'")).ShouldBe(-await host.NumberAsync(
            
            "SELECT COALESCE((SELECT SUM(insured) FROM discharges), 0) + COALESCE((SELECT SUM(insured + CASE order_type WHEN '2' THEN consumed ELSE psn_amt - refunded END) FROM payments WHERE state = 200), 0)"));
        host.Log.Errors.ShouldBeEmpty();
    }
}
