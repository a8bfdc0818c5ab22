using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;
using YbPay.Huimin.Features.Payments;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Discharge;

/// <summary>A discharge with its deposits and all its refunds: everything that decides what comes next.</summary>
internal sealed record DischargeFile(DischargeRow Row, IReadOnlyList<HeldDeposit> Deposits, IReadOnlyList<RefundRow> Refunds)
{
    public DischargeSums Sums { get; } = DischargeSums.Of(new(Row.SettleAmt), new(Row.NonCredit), new(Row.Budget), [.. Deposits.Select(deposit => deposit.AtFirst)]).Match(
        sums => sums, why => throw new InvalidDataException($"Discharge {Row.QueryId}: {why}."));

    public DischargeWork Work => new(
        Row.Stands, Sums, [.. Deposits.Select(deposit => deposit.AtFirst)], [.. Refunds.Select(refund => new RefundLeg(new(refund.PaymentId, new(refund.Amount)), (int)refund.Round, EndOf(refund)))], (int)Row.Round);

    /// <summary>What the stay takes of all deposits together.</summary>
    public Fen Used => Deposits.Aggregate(Fen.Zero, (sum, deposit) => sum + Work.UsedOf(deposit.AtFirst));

    /// <summary>Surplus that the bank would not take back and the hospital has paid out itself.</summary>
    public Fen PaidOutByHand => Row.Stands is DischargeState.SettledByHand ? Work.SurplusLeft : Fen.Zero;

    public static async Task<DischargeFile> ReadAsync(DbSession session, DischargeRow row) =>
        new(row, await DepositStore.OfDischargeAsync(session, row.QueryId), await RefundStore.OfDischargeAsync(session, row.QueryId));

    /// <summary>With the discharge and its deposits locked until the commit.</summary>
    public static async Task<DischargeFile> LockAsync(DbSession session, string queryId)
    {
        var row = await DischargeStore.LockAsync(session, queryId) ?? throw new InvalidDataException($"There is no discharge {queryId}.");
        await DepositStore.LockOfDischargeAsync(session, queryId);
        return await ReadAsync(session, row);
    }

    private static LegEnd EndOf(RefundRow refund) => refund.Stands switch
    {
        CreditRefundState.Refunding => LegEnd.Open,
        CreditRefundState.Refunded => LegEnd.Done,
        CreditRefundState.RefundFailed => LegEnd.Refused,
    };
}
