using YbPay.Center.Core;
using YbPay.Center.Features.PlacePayment;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Cryptography;
using YbPay.Engine.Money;
using YbPay.Protocol.Outgoing;
using YbPay.Storage.Idempotency;

namespace YbPay.Center.Features.PayByBankCard;

/// <summary>
/// 6205: settles like 6202 and gives the address of a page on our side that shows what is left and leads to the bank. Where
/// nothing is left, or nobody knows yet, the same address shows the result. orgBizSer makes it repeatable.
/// </summary>
internal sealed class PayByBankCardUseCase(CenterBooks books, VoucherStore vouchers, ICore core, Settlement settlement, Credentials credentials)
    : IUseCase<PayByBankCardRequest, PayByBankCardReply>
{
    public async Task<Outcome<PayByBankCardReply>> RunAsync(Caller caller, PayByBankCardRequest request)
    {
        if (caller.Partner.Institution(request.OrgCodg) is not { } institution) return Refusals.InstitutionNotPartners;
        if (!institution.MobilePayment) return Refusals.MobilePaymentNotPermitted;
        var order = await books.FindOrderAsync(request.PayOrdId);
        if (order is null || order.OrgCodg != request.OrgCodg || order.AppId != caller.Partner.AppId
            || !Credentials.Same(order.PayTokenHash, Credentials.Hash(request.PayToken))) return Refusals.OrderMissing;

        var key = new PaymentKey($"6205:{order.OrgCodg}", request.OrgBizSer, Convert.ToHexStringLower(Sm3.Hash(caller.Data)));
        if (await FirstAsync(key) is { } first) return Again(first, key, order);

        var patient = await vouchers.FindAsync(VoucherKind.PayAuthNo, request.PayAuthNo);
        if (patient is null) return Refusals.CredentialRejected;
        if (!Credentials.Same(order.PersonIndex, patient.Index(books.Cipher))) return Refusals.PersonDiffers;
        if (PlacePaymentUseCase.WhyNotPayable(order.State) is { } why) return why;
        return await PayAsync(order, key);
    }

    private async Task<Outcome<PayByBankCardReply>> PayAsync(OrderRow order, PaymentKey key)
    {
        var party = books.PartyOf(order);
        var preview = await core.PreSettleAsync(party, order);
        if (preview is Answer<CoreSettlement>.Refused refused) return Refusals.CoreRefused.With(refused.Text);
        if (preview is not Answer<CoreSettlement>.Given) return Refusals.CoreSilent;

        if (await settlement.StartAsync(order, key, Fen.Zero, PaidVia.Card) is not { } started)
            return await FirstAsync(key) is { } first ? Again(first, key, await books.OrderAsync(order.PayOrdId)) : Refusals.PaymentUnderWay;

        var answer = await core.SettleAsync(started.Msgid, party, started.Order);
        var ended = await settlement.EndAsync(started.Order, started.Msgid, answer, key);
        return answer switch
        {
            Answer<CoreSettlement>.Refused no => Refusals.CoreRefused.With(no.Text),
            Answer<CoreSettlement>.NotSent => Refusals.CoreSilent,
            _ => Reply(ended),
        };
    }

    private Task<IdempotencyRow?> FirstAsync(PaymentKey key) => books.Database.ReadAsync(session => IdempotencyStore.FindAsync(session, key.Scope, key.Key));

    private Outcome<PayByBankCardReply> Again(IdempotencyRow first, PaymentKey key, OrderRow order) =>
        first.Digest == key.Digest ? Reply(order) : Refusals.KeyUsedOtherwise;

    private PayByBankCardReply Reply(OrderRow order) => new()
    {
        MedBankPayUrl = $"{books.Options.PublicBase.TrimEnd('/')}/cashier/card?t={order.PayOrdId}.{credentials.CardMac(order.PayOrdId, order.SettleLeg ?? "")}",
    };
}
