using System.Globalization;
using System.Text.Json;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts;
using YbPay.Engine.Money;
using YbPay.Engine.Orders;

namespace YbPay.Center.Orders;

/// <summary>
/// An order as the wire shows it: amounts in yuan, absent until known (ruling C8), times in China's. What the person's accounts paid down at the core
/// is psnAcctPay and no longer ownPayAmt, so that ownPayAmt less deposit is always what cash pays.
/// </summary>
internal static class OrderView
{
    /// <summary>6202's reply.</summary>
    public static PlacePaymentReply Payment(OrderRow order)
    {
        var known = order.State.AmountsKnown();
        return new PlacePaymentReply
        {
            PayOrdId = order.PayOrdId,
            OrdStas = order.State.ToOrdStas(),
            FeeSumamt = known ? Yuan(order.FeeSum) : null,
            OwnPayAmt = known ? Yuan(order.Cash - order.PaidDown) : null,
            PsnAcctPay = known ? Yuan(order.PsnAcct + order.PaidDown) : null,
            FundPay = known ? Yuan(order.Fund) : null,
            OthFeeAmt = known ? Yuan(order.Other) : null,
            Deposit = known && order.DepositAsked > 0 ? Yuan(order.DepositUsed) : null,
            ExtData = known ? Extension(order) : null,
        };
    }

    /// <summary>6301's reply.</summary>
    public static QueryOrderReply Query(OrderRow order, string orgName, string? revsToken)
    {
        var known = order.State.AmountsKnown();
        if (!known) return new QueryOrderReply { PayOrdId = order.PayOrdId, OrdStas = order.State.ToOrdStas(), MedOrgOrd = order.MedOrgOrd, OrgCodg = order.OrgCodg, OrgName = orgName };
        return new QueryOrderReply
        {
            PayOrdId = order.PayOrdId,
            OrdStas = order.State.ToOrdStas(),
            CallType = "02",
            MedOrgOrd = order.MedOrgOrd,
            TraceTime = TraceTime(order),
            OrgCodg = order.OrgCodg,
            OrgName = orgName,
            SetlType = SetlType(order),
            FeeSumamt = Yuan(order.FeeSum),
            OwnPayAmt = Yuan(order.Cash - order.PaidDown),
            PsnAcctPay = Yuan(order.PsnAcct + order.PaidDown),
            FundPay = Yuan(order.Fund),
            RevsToken = revsToken,
            ExtData = Extension(order),
            Deposit = order.DepositAsked > 0 ? Yuan(order.DepositUsed) : null,
            HiChrgTime = Time(order.SettledAt, "HHmmss"),
            HiDocSn = order.SetlId,
            HiRgstSn = order.CoreMdtrtId,
        };
    }

    /// <summary>6302's message.</summary>
    public static SettlementNoticeRequest Notice(OrderRow order, string orgName, string revsToken) => new()
    {
        PayOrdId = order.PayOrdId,
        CallType = "02",
        MedOrgOrd = order.MedOrgOrd,
        TraceTime = TraceTime(order),
        FeeSumamt = Yuan(order.FeeSum),
        OwnpayAmt = Yuan(order.Cash - order.PaidDown),
        PsnAcctPay = Yuan(order.PsnAcct + order.PaidDown),
        FundPay = Yuan(order.Fund),
        HiChrgTime = Time(order.SettledAt, "HHmmss"),
        HiDocSn = order.SetlId ?? "",
        HiRgstSn = order.CoreMdtrtId ?? "",
        OrgName = orgName,
        SetlType = SetlType(order),
        RevsToken = revsToken,
        ExtData = Extension(order),
        OrgCodg = order.OrgCodg,
        Deposit = order.DepositAsked > 0 ? Yuan(order.DepositUsed) : null,
    };

    /// <summary>6204's message.</summary>
    /// <param name="outTradeNo">The payment for which the hospital makes its own order; null where it only hears of the amounts.</param>
    public static SyncOrderRequest Sync(OrderRow order, string? outTradeNo = null) => new()
    {
        PayOrdId = order.PayOrdId,
        MedOrgOrd = order.MedOrgOrd,
        FeeSumamt = Yuan(order.FeeSum),
        OwnPayAmt = Yuan(order.Cash - order.PaidDown),
        PsnAcctPay = Yuan(order.PsnAcct + order.PaidDown),
        FundPay = Yuan(order.Fund),
        OthFeeAmt = Yuan(order.Other),
        Deposit = order.DepositAsked > 0 ? Yuan(order.DepositUsed) : null,
        ExtData = Extension(order, outTradeNo),
    };

    /// <summary>yyyyMMdd and HHmmss of a refund at the core.</summary>
    public static (string Date, string Time) RefundTime(long at) => (Time(at, "yyyyMMdd"), Time(at, "HHmmss"));

    private static decimal Yuan(long? fen) => new Fen(fen ?? 0).ToYuan();

    private static string SetlType(OrderRow order) => SetlTypes.Of(order.Shown, new Fen(order.CashDue));

    /// <summary>When the last of the money came; until then, when the core settled.</summary>
    private static string TraceTime(OrderRow order) => Time(order.PaidAt ?? order.SettledAt, "yyyyMMddHHmmss");

    private static string Time(long? at, string format) => at is { } ms
        ? ChinaTime.Of(ms).ToString(format, CultureInfo.InvariantCulture)
        : "";

    /// <summary>extData is the region's own: the settlement and visit at the core, and where the cash part is paid.</summary>
    private static JsonElement Extension(OrderRow order, string? outTradeNo = null)
    {
        var members = new Dictionary<string, string>();
        if (order.CoreMdtrtId is { } visit) members["mdtrtId"] = visit;
        if (order.SetlId is { } settlement) members["setlId"] = settlement;
        if (order.CashPayUrl is { } url) members["payUrl"] = url;
        if (outTradeNo is not null) members["outTradeNo"] = outTradeNo;
        return JsonSerializer.SerializeToElement(members, ExtensionJson.Default.DictionaryStringString);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ExtensionJson : System.Text.Json.Serialization.JsonSerializerContext;
