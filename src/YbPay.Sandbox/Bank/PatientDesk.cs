using System.Text.Json;
using YbPay.Storage.Outbox;

namespace YbPay.Sandbox.Bank;

/// <summary>The patient's move: on the bank's page, or through the sandbox's control.</summary>
public enum PatientAction
{
    Pay,
    Decline,
}

/// <summary>Where a payment stands after the patient's move.</summary>
/// <param name="Amount">Fen.</param>
public sealed record PatientMove(string Status, long Amount, string? ReturnUrl);

/// <summary>
/// What the patient can do: pay or decline an open payment. What was declined may be paid later while it is open; what
/// is paid stays paid. Paying writes the notification to the merchant in the same transaction.
/// </summary>
public sealed class PatientDesk(BankDatabase database, OutboxSignal signal, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The move on the order's open payment; null when the bank knows none.</summary>
    public async Task<PatientMove?> MoveOrderAsync(string payOrdId, PatientAction action, CancellationToken cancel)
    {
        var open = await database.Opened.ReadAsync(session => PaymentTable.FindOpenAsync(session, payOrdId, Now), cancel);
        return open is null ? null : await MoveAsync(open.TradeNo, action, cancel);
    }

    /// <summary>The move on one payment; null when there is none such. On what is no longer open it changes nothing.</summary>
    public async Task<PatientMove?> MoveAsync(string tradeNo, PatientAction action, CancellationToken cancel)
    {
        var payment = await database.Opened.WriteAsync(async session =>
        {
            var now = Now;
            if (action == PatientAction.Decline)
                await PaymentTable.DeclineAsync(session, tradeNo, now);
            else if (await PaymentTable.PayAsync(session, tradeNo, now)
                     && await PaymentTable.FindByTradeNoAsync(session, tradeNo, now) is { NotifyUrl: not null } paid)
                await OutboxStore.EnqueueAsync(session, "paid:" + tradeNo, BankNotifier.Topic, paid.OutTradeNo, paid.Merchant, Notice(paid), now);
            return await PaymentTable.FindByTradeNoAsync(session, tradeNo, now);
        }, cancel);
        signal.Ring();
        return payment is null ? null : new(payment.Status, payment.Amount, payment.ReturnUrl);
    }

    private static byte[] Notice(PaymentRow paid) => JsonSerializer.SerializeToUtf8Bytes(
        new PaymentNotice(paid.OutTradeNo, paid.TradeNo, paid.PayOrdId, paid.Amount, paid.Status, paid.PaidAt!.Value), BankJson.Options);
}
