using YbPay.Contracts.Huimin;
using YbPay.Huimin.Tests.Hosting;
using YbPay.Sandbox.Faults;
using YbPay.Sandbox.Orders;
using YbPay.Storage;
using static YbPay.Center.Tests.Hosting.Eventually;

namespace YbPay.Huimin.Tests.Discharge;

/// <summary>A stay that a script of numbers lives: each is a step with its detail. Whatever is answered is checked at once.</summary>
internal sealed class RandomStay(Stay stay)
{
    public const int Steps = 16;
    private static readonly string[] Refusable = ["SETTLEMENT", "CANCELLATION", "QUOTE"];
    private readonly List<SettleDischargeRequest> settlements = [];
    private readonly List<string> discharges = [];

    private HuiminHost Host => stay.Hospital.Host;

    public HashSet<string> Seen { get; } = [];

    public Task StepAsync(int number)
    {
        var detail = number / Steps;
        return (number % Steps) switch
        {
            0 or 1 => DepositAsync(1 + (detail % 150_000)),
            2 or 3 => RefundAsync(detail),
            4 or 5 or 6 => LeaveAsync(detail),
            7 or 8 => AgainAsync(),
            9 => SupplementAsync(detail),
            10 => CancelAsync(),
            11 => Pull(detail),
            12 => Order(FaultTarget.CreditBank, detail % 3 == 0 ? "query" : "refund", detail),
            13 => Order(FaultTarget.Insurer, detail % 3 == 0 ? "query" : detail % 3 == 1 ? "settle" : "cancel", detail),
            14 => FinishAsync(),
            _ => AskAsync(),
        };
    }

    /// <summary>Everybody is well again, and all that is open is finished; the hospital sends again what the bank had refused.</summary>
    public async Task HealAsync()
    {
        Host.Faults.Clear();
        Host.Bank.Levers.Clear();
        Host.Insurer.Levers.Clear();
        await FinishAsync();
        await HoldsAsync(async () => await Host.NumberAsync("SELECT COUNT(*) FROM legs WHERE next_at IS NOT NULL") == 0, "no leg is open");
        foreach (var settlement in settlements) await SettleAsync(settlement);
        await HoldsAsync(async () => await Host.NumberAsync("SELECT COUNT(*) FROM legs WHERE next_at IS NOT NULL") == 0, "no leg is open");
        await AskAsync();
    }

    /// <summary>Deposits = used + returned + held, and what was settled is nonCredit + credit + insurer.</summary>
    public async Task HoldAsync()
    {
        await Sums.AddUpAsync(Host);
        (await Host.NumberAsync("SELECT COUNT(*) FROM payments WHERE held <> refunded OR (consumed > 0 AND psn_amt <> refunded + consumed) OR (consumed > 0 AND discharge_id IS NULL)")).ShouldBe(0);
        (await Host.NumberAsync("""
            SELECT COUNT(*) FROM discharges d WHERE d.state = 320
              AND d.settle_amt <> d.non_credit + d.insured + (SELECT SUM(p.consumed) FROM payments p WHERE p.discharge_id = d.query_id)
            """)).ShouldBe(0, "settlement = nonCredit + credit + insurer");
        (await Host.NumberAsync("""
            SELECT COUNT(*) FROM discharges d WHERE d.refund < (SELECT COALESCE(SUM(r.amount), 0) FROM refunds r WHERE r.discharge_id = d.query_id AND r.state = 12)
            """)).ShouldBe(0, "more surplus went back than there was");
        (await Host.NumberAsync("SELECT COUNT(*) FROM payments p WHERE p.refunded <> (SELECT COALESCE(SUM(r.amount), 0) FROM refunds r WHERE r.payment_id = p.query_id AND r.state = 12)")).ShouldBe(0);
        (await Host.NumberAsync("SELECT COUNT(*) FROM discharges WHERE state NOT IN (320, 330, 420, 430)")).ShouldBe(0, "a discharge is still under way");
    }

    private async Task DepositAsync(long amount)
    {
        if (stay.Deposits.Count < 6) await stay.DepositAsync(amount);
    }

    private async Task RefundAsync(int detail)
    {
        if (stay.Deposits.Count == 0) return;
        var deposit = stay.Deposits[detail % stay.Deposits.Count];
        var reply = await stay.Hospital.RefundAsync(deposit.QueryId, 1 + (detail % 40_000));
        reply.RtCode.ShouldBeOneOf("0000", "1000");
        Seen.Add(reply.RtCode == "0000" ? $"refund {reply.As<CreditRefundReply>().OrderStatus}" : "refund refused");
    }

    private async Task LeaveAsync(int detail)
    {
        if (stay.Deposits.Count == 0) return;
        var share = detail % 400_000;
        var bill = new StayBill(share + (detail % 700_000), detail % 700_000, Mi: detail % 3 == 0 ? detail % 700_000 : 0, Insured: detail % 2 == 0);
        var trial = stay.Trial(bill, stay.Numbers[..(1 + (detail % stay.Numbers.Length))]);
        var reply = await stay.SendAsync(trial);
        reply.RtCode.ShouldBeOneOf("0000", "1000");
        if (reply.Clear is null) return;
        var tried = reply.As<TryDischargeReply>();
        Sums.Hold(trial, tried);
        settlements.Add(stay.Settlement(trial, bill, tried.BudgetAmt));
        await SettleAsync(settlements[^1]);
    }

    private async Task AgainAsync()
    {
        if (settlements.Count > 0) await SettleAsync(settlements[^1]);
    }

    /// <summary>What 5501 said was missing is paid, and the same order names it too.</summary>
    private async Task SupplementAsync(int detail)
    {
        if (settlements.Count == 0 || stay.Deposits.Count >= 10 || await SettleAsync(settlements[^1]) is not { QueryId: null } missing) return;
        var paid = await stay.DepositAsync(missing.SupplementAmt + (detail % 2 == 0 ? 0 : detail % 5_000));
        settlements[^1] = settlements[^1] with { OrigPayQueryId = OrderNumbers.Of([.. settlements[^1].OrigPayQueryId.Numbers, paid.QueryId]) };
        await SettleAsync(settlements[^1]);
    }

    private async Task<SettleDischargeReply?> SettleAsync(SettleDischargeRequest settlement)
    {
        var reply = await stay.SendAsync(settlement);
        reply.RtCode.ShouldBeOneOf("0000", "1000", "5501", "5502");
        if (reply.Clear is null) return null;
        var said = reply.As<SettleDischargeReply>();
        Sums.Hold(settlement, said);
        Seen.Add($"discharge {reply.RtCode} {said.OrderStatus}");
        if (said.QueryId is { } queryId && !discharges.Contains(queryId)) discharges.Add(queryId);
        return said;
    }

    private async Task CancelAsync()
    {
        if (discharges.Count == 0) return;
        var reply = await stay.CancelAsync(discharges[^1]);
        reply.RtCode.ShouldBeOneOf("0000", "1000");
        if (reply.Clear is not null) Seen.Add($"cancellation {reply.As<CancelDischargeReply>().OrderStatus}");
    }

    private async Task AskAsync()
    {
        foreach (var settlement in settlements)
            if (await stay.AskAsync(settlement.OrderId) is { RtCode: "0000" } reply) Sums.Hold(settlement, reply.As<QueryDischargeReply>());
    }

    private Task Pull(int detail)
    {
        var action = detail % 2 == 0 ? LeverAction.Late : LeverAction.Refuse;
        if (detail % 4 < 2) Host.PullAtBank(action, "REFUND");
        else Host.PullAtInsurer(action, Refusable[detail % Refusable.Length]);
        return Task.CompletedTask;
    }

    private Task Order(FaultTarget target, string transaction, int detail)
    {
        Host.Order(target, transaction, detail % 2 == 0 ? FaultKind.LostAnswer : FaultKind.Duplicate);
        return Task.CompletedTask;
    }

    private async Task FinishAsync()
    {
        await Host.Bank.FinishAllAsync(default);
        await Host.Insurer.MoveOnAsync(null, toTheEnd: true, default);
    }
}
