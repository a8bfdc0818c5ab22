using YbPay.Center.Core;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Cryptography;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Idempotency;

namespace YbPay.Center.Features.PlacePayment;

/// <summary>
/// 6202: settles at the core and asks the cash channel for what is left. orgBizSer makes it repeatable: the same request
/// gets the first answer; while that is not known, the order as it stands.
/// </summary>
internal sealed class PlacePaymentUseCase(CenterBooks books, VoucherStore vouchers, ICore core, Settlement settlement)
    : IUseCase<PlacePaymentRequest, PlacePaymentReply>
{
    public async Task<Outcome<PlacePaymentReply>> RunAsync(Caller caller, PlacePaymentRequest request)
    {
        if (caller.Partner.Institution(request.OrgCodg) is not { } institution) return Refusals.InstitutionNotPartners;
        if (!institution.MobilePayment) return Refusals.MobilePaymentNotPermitted;
        if (DepositOf(request) is not Outcome<Fen?>.Ok { Value: var deposit }) return Refusals.AmountInvalid.With("deposit");

        var key = new PaymentKey($"6202:{request.OrgCodg}", request.OrgBizSer, Convert.ToHexStringLower(Sm3.Hash(caller.Data)));
        var (order, first, voucher) = await books.Database.ReadAsync(async session =>
        {
            var (asked, before, credential) = (OrderStore.Ask(session, request.PayOrdId), IdempotencyStore.Ask(session, key.Scope, key.Key), VoucherStore.Ask(session, request.PayAuthNo));
            return (await asked.FirstOrDefaultAsync(), await before.FirstOrDefaultAsync(), await credential.FirstOrDefaultAsync());
        });
        if (order is null || order.OrgCodg != request.OrgCodg || order.AppId != caller.Partner.AppId
            || !Credentials.Same(order.PayTokenHash, Credentials.Hash(request.PayToken))) return Refusals.OrderMissing;
        if (Differs(order, request)) return Refusals.UploadDiffers;

        if (first is not null) return await AgainAsync(first, key, order.PayOrdId);

        if (vouchers.PersonOf(VoucherKind.PayAuthNo, voucher) is not { } patient) return Refusals.CredentialRejected;
        if (!Credentials.Same(order.PersonIndex, patient.Index(books.Cipher))) return Refusals.PersonDiffers;
        if (WhyNotPayable(order.State) is { } why) return why;
        return await PayAsync(order, request, key, deposit);
    }

    private async Task<Outcome<PlacePaymentReply>> PayAsync(OrderRow order, PlacePaymentRequest request, PaymentKey key, Fen? deposit)
    {
        if (request.AcctUsedFlag is { Length: > 0 } flag) order = order with { AcctUsedFlag = flag };
        var party = books.PartyOf(order);
        var preview = await core.PreSettleAsync(party, order);
        if (preview is Answer<CoreSettlement>.Refused refused)
            // The core refuses a bill that a rival has just paid: then that is the answer.
            return WhyNotPayable((await books.OrderAsync(order.PayOrdId)).State) ?? Refusals.CoreRefused.With(refused.Text);
        if (preview is not Answer<CoreSettlement>.Given) return Refusals.CoreSilent;

        var started = await settlement.StartAsync(order, key, deposit ?? Fen.Zero);
        if (started is null)
        {
            var first = await books.Database.ReadAsync(session => IdempotencyStore.FindAsync(session, key.Scope, key.Key));
            return first is null ? Refusals.PaymentUnderWay : await AgainAsync(first, key, order.PayOrdId);
        }

        var answer = await core.SettleAsync(started.Msgid, party, started.Order);
        var ended = await settlement.EndAsync(started.Order, started.Msgid, answer, key);
        if (answer is Answer<CoreSettlement>.Refused no) return Refusals.CoreRefused.With(no.Text);
        if (answer is Answer<CoreSettlement>.NotSent) return Refusals.CoreSilent;
        return OrderView.Payment(ended);
    }

    private async Task<Outcome<PlacePaymentReply>> AgainAsync(IdempotencyRow first, PaymentKey key, string payOrdId)
    {
        if (first.Digest != key.Digest) return Refusals.KeyUsedOtherwise;
        return first.Answer is { } answer
            ? MobileJson.Read<PlacePaymentReply>(books.Cipher.Open(PaymentKey.Column, answer))
            : OrderView.Payment(await books.OrderAsync(payOrdId));
    }

    private static Outcome<Fen?> DepositOf(PlacePaymentRequest request)
    {
        if (request.Deposit is not { } yuan) return (Fen?)null;
        return Fen.FromYuan(yuan) is { } fen && fen >= Fen.Zero ? (Fen?)fen : Refusals.AmountInvalid;
    }

    /// <summary>What must be "as in the fee upload" (table 8). A hospital that stated no visit there is not held to one here.</summary>
    private static bool Differs(OrderRow order, PlacePaymentRequest request) =>
        request.ChrgBchno != order.ChrgBchno || request.FeeType != order.FeeType
        || (order.MdtrtId is not null && request.MdtrtId != order.MdtrtId && request.MdtrtId != order.CoreMdtrtId);

    internal static Refusal? WhyNotPayable(OrderState state) => state switch
    {
        OrderState.Uploaded or OrderState.Priced or OrderState.SettlementFailed => null,
        OrderState.Uploading => Refusals.OrderBeingUploaded,
        OrderState.Paying => Refusals.PaymentUnderWay,
        OrderState.Revoking or OrderState.Revoked or OrderState.InsuranceRevoked or OrderState.Withdrawing => Refusals.OrderClosed,
        OrderState.AwaitingCash or OrderState.PaidByInsurance or OrderState.PaidWithCash => Refusals.AlreadyPaid,
        OrderState.HospitalSettled or OrderState.Completed => Refusals.AlreadyPaid,
        _ => Refusals.OrderStateForbids,
    };
}

/// <summary>The idempotency key of a payment request.</summary>
internal sealed record PaymentKey(string Scope, string Key, string Digest)
{
    public const string Column = "payment-answer";
}
