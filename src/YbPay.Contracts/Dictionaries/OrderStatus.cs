namespace YbPay.Contracts.Dictionaries;

/// <summary>The state of a payment, a refund, a discharge settlement or its cancellation of the huimin platform.</summary>
public static class OrderStatus
{
    public const string Paying = "01";
    public const string Paid = "02";
    public const string PaymentFailed = "03";
    public const string Refunding = "11";
    public const string Refunded = "12";
    public const string RefundFailed = "13";
    public const string Settling = "31";
    public const string Settled = "32";
    public const string SettlementFailed = "33";
    public const string Cancelling = "41";
    public const string Cancelled = "42";
    public const string CancellationFailed = "43";

    public static CodeTable Table { get; } = new("orderStatus", "订单状态（惠民平台）",
    [
        new(Paying, "支付中"),
        new(Paid, "支付成功"),
        new(PaymentFailed, "支付失败"),
        new(Refunding, "退费中"),
        new(Refunded, "退费成功"),
        new(RefundFailed, "退费失败"),
        new(Settling, "结算中"),
        new(Settled, "结算成功"),
        new(SettlementFailed, "结算失败"),
        new(Cancelling, "结算撤销中"),
        new(Cancelled, "结算撤销成功"),
        new(CancellationFailed, "结算撤销失败"),
    ]);
}
