using System.Globalization;
using YbPay.Center.Orders;
using YbPay.Center.Pipeline;
using YbPay.Center.Running;
using YbPay.Center.Vouchers;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Cryptography;
using YbPay.Engine.Money;
using YbPay.Engine.Refunds;
using EngineRules = YbPay.Engine.Refunds.RefundRules;

namespace YbPay.Center.Features.Refunds;

/// <summary>
/// 6203: money goes back. appRefdSn makes it repeatable: the same request again gives the refund as it stands, which is also
/// how a hospital learns what became of an EXP.
/// </summary>
internal sealed class RefundUseCase(CenterBooks books, VoucherStore vouchers, Credentials credentials, RefundFlow flow) : IUseCase<RefundRequest, RefundReply>
{
    public async Task<Outcome<RefundReply>> RunAsync(Caller caller, RefundRequest request)
    {
        var read = AskedOf(request);
        if (read is not Outcome<RefundAsked>.Ok { Value: var asked }) return ((Outcome<RefundAsked>.No)read).Why;
        var order = await books.FindOrderAsync(request.PayOrdId);
        if (order is null || order.AppId != caller.Partner.AppId || caller.Partner.Institution(order.OrgCodg) is null) return Refusals.OrderMissing;

        var digest = DigestOf(request);
        var known = await FindAsync(caller, request);
        if (known is not null) return known.Digest == digest ? Reply(known) : Refusals.KeyUsedOtherwise;

        var reversal = request.ExpContent?.RevsToken;
        if (await WhyNotAuthorisedAsync(order, request, reversal) is { } why) return why;
        return EngineRules.Decide(order.RefundBasis, asked) switch
        {
            Outcome<RefundPlan>.Ok when order.RefundOpen is not null => Refusals.RefundUnderWay,
            Outcome<RefundPlan>.Ok plan => await OpenAsync(caller, request, order, plan.Value, digest, reversal is not null),
            Outcome<RefundPlan>.No no => no.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Outcome<RefundReply>> OpenAsync(Caller caller, RefundRequest request, OrderRow order, RefundPlan plan, string digest, bool isReversal)
    {
        var refund = new RefundRow
        {
            RefdSn = books.Serials.Own("RFD"), OrgCodg = order.OrgCodg, AppId = order.AppId, PayOrdId = order.PayOrdId, AppRefdSn = request.AppRefdSn,
            Digest = digest, Kind = plan.Kind, Insurance = plan.Insurance.Value, Cash = plan.Cash.Value, Deposit = plan.DepositReturned.Value,
            InsuranceDone = 0, CashDone = 0, Status = RefundStatus.Pending, CreatedAt = books.Now,
        };
        if (await flow.OpenAsync(refund, order, isReversal)) return Reply(await flow.RunAsync(refund));

        // A rival was first: the same request (then its answer is ours), or another one on the same order.
        var known = await FindAsync(caller, request);
        if (known is null) return Refusals.RefundUnderWay;
        return known.Digest == digest ? Reply(known) : Refusals.KeyUsedOtherwise;
    }

    private Task<RefundRow?> FindAsync(Caller caller, RefundRequest request) =>
        books.Database.ReadAsync(session => RefundStore.FindByPartnerAsync(session, caller.Partner.AppId, request.AppRefdSn));

    /// <summary>The patient's credential, or the one-hour token of the settlement notice (ruling C9), which is good for one reversal.</summary>
    private async Task<Refusal?> WhyNotAuthorisedAsync(OrderRow order, RefundRequest request, string? reversal)
    {
        if (reversal is not null)
        {
            var inTime = order.PaidAt is { } paid && books.Now <= paid + (long)books.Options.ReversalTokenLife.TotalMilliseconds;
            var right = order.SettleLeg is { } leg && Credentials.Same(credentials.ReversalToken(order.PayOrdId, leg), reversal);
            return inTime && right && order.RevsUsed == 0 ? null : Refusals.ReversalTokenRejected;
        }

        var (kind, value) = string.IsNullOrEmpty(request.EcToken) ? (VoucherKind.PayAuthNo, request.PayAuthNo ?? "") : (VoucherKind.EcToken, request.EcToken);
        if (value.Length == 0) return Refusals.CredentialMissing;
        var person = await vouchers.FindAsync(kind, value);
        if (person is null) return Refusals.CredentialRejected;
        return Credentials.Same(order.PersonIndex, person.Index(books.Cipher)) ? null : Refusals.PersonDiffers;
    }

    private static Outcome<RefundAsked> AskedOf(RefundRequest request)
    {
        if (EngineRules.Parse(request.RefdType) is not { } kind) return Refusals.RefundTypeUnknown;
        if (Fen.FromYuan(request.TotlRefdAmt) is not { } total || Fen.FromYuan(request.CashRefdAmt) is not { } cash) return Refusals.AmountInvalid;
        Fen? account = null, fund = null;
        if (request.PsnAcctRefdAmt is { } accountYuan && (account = Fen.FromYuan(accountYuan)) is null) return Refusals.AmountInvalid;
        if (request.FundRefdAmt is { } fundYuan && (fund = Fen.FromYuan(fundYuan)) is null) return Refusals.AmountInvalid;
        return new RefundAsked(kind, total, cash, account, fund);
    }

    /// <summary>What makes two requests the same refund: not the credential, which a hospital may have to fetch anew.</summary>
    private static string DigestOf(RefundRequest r) => Convert.ToHexStringLower(Sm3.Hash(System.Text.Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{r.PayOrdId}|{r.RefdType}|{r.TotlRefdAmt:0.00}|{r.CashRefdAmt:0.00}|{r.PsnAcctRefdAmt:0.00}|{r.FundRefdAmt:0.00}"))));

    private static RefundReply Reply(RefundRow refund) => new()
    {
        RefdSn = refund.RefdSn,
        HiFefdSn = refund.HiSn,
        HiTrnsDate = refund.HiAt is { } day ? OrderView.RefundTime(day).Date : null,
        HiTrnsTime = refund.HiAt is { } time ? OrderView.RefundTime(time).Time : null,
        RefStatus = refund.Status switch
        {
            RefundStatus.Succeeded => "SUCC",
            RefundStatus.Failed => "FAIL",
            RefundStatus.Pending or RefundStatus.CashLeft => "EXP",
        },
    };
}
