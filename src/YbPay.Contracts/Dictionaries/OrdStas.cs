namespace YbPay.Contracts.Dictionaries;

/// <summary>The order's state. 7 to 11 are refunds, not cancellations; 16 means that cash must be returned by hand; what is above 17 asks for a query or a person.</summary>
public static class OrdStas
{
    public const string Saved = "0";
    public const string Priced = "1";
    public const string AwaitingPayment = "2";
    public const string CashPaid = "3";
    public const string InsurancePaid = "4";
    public const string HospitalSettled = "5";
    public const string Settled = "6";
    public const string Refunded = "7";
    public const string InsuranceRefunded = "8";
    public const string CashRefunded = "9";
    public const string CashPartRefunded = "10";
    public const string InsuranceAndPartOfCashRefunded = "11";
    public const string Revoked = "12";
    public const string InsuranceRevoked = "13";
    public const string Exceptional = "14";
    public const string Failed = "15";
    public const string CashToBeReturnedByHand = "16";
    public const string Refunding = "17";

    public static CodeTable Table { get; } = new("ordStas", "订单状态",
    [
        new(Saved, "已保存"),
        new(Priced, "预结算完成"),
        new(AwaitingPayment, "待支付") { Note = "also printed as 结算中; which of the two is meant nationally is unverified" },
        new(CashPaid, "自费完成"),
        new(InsurancePaid, "医保支付完成"),
        new(HospitalSettled, "院内结算完成"),
        new(Settled, "结算完成"),
        new(Refunded, "已退款"),
        new(InsuranceRefunded, "已医保全部退款"),
        new(CashRefunded, "仅自费全部退款"),
        new(CashPartRefunded, "仅自费部分退款"),
        new(InsuranceAndPartOfCashRefunded, "医保全部退款自费部分退款"),
        new(Revoked, "已撤销"),
        new(InsuranceRevoked, "医保已撤销"),
        new(Exceptional, "异常"),
        new(Failed, "结算失败"),
        new(CashToBeReturnedByHand, "医保结算失败自费冲正失败"),
        new(Refunding, "退款中") { Unverified = true, Note = "seen on one platform" },
    ]);
}
