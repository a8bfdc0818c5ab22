namespace YbPay.Contracts.Dictionaries;

/// <summary>Which order HOS00016 asks for.</summary>
public static class DischargeOrderType
{
    public const string Settlement = "01";
    public const string Cancellation = "02";

    public static CodeTable Table { get; } = new("dischargeOrderType", "出院结算订单类型",
    [
        new(Settlement, "出院结算"),
        new(Cancellation, "出院结算撤销"),
    ]);
}
