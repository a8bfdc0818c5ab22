using YbPay.Contracts.MobilePay;

namespace YbPay.Client.Tests;

/// <summary>Invented messages.</summary>
internal static class Requests
{
    public static QueryOrderRequest Query { get; } = new()
    {
        PayOrdId = "ORD1", OrgCodg = "H44010000001", PayToken = "T", IdNo = "44010419860314031X", UserName = "陈志远", IdType = "01",
    };

    public static PlacePaymentRequest Pay { get; } = new()
    {
        PayAuthNo = "A", PayOrdId = "ORD1", PayToken = "T", OrgCodg = "H44010000001", OrgBizSer = "S1", ChrgBchno = "B1", FeeType = "01", MdtrtId = "M1", Deposit = 10.50m,
    };

    public static RefundRequest Refund { get; } = new()
    {
        PayOrdId = "ORD1", AppRefdSn = "R1", AppRefdTime = "20260301120000", TotlRefdAmt = 1m, CashRefdAmt = 1m, RefdType = "CASH", PayAuthNo = "A",
    };

    public static RevokeRequest Revoke { get; } = new()
    {
        PayOrdId = "ORD1", OrgCodg = "H44010000001", PayToken = "T", IdNo = "44010419860314031X", UserName = "陈志远", IdType = "01",
    };
}
