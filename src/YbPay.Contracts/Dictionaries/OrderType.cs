namespace YbPay.Contracts.Dictionaries;

/// <summary>What a credit payment of the huimin platform is for.</summary>
public static class OrderType
{
    public const string Other = "0";
    public const string Registration = "1";
    public const string Inpatient = "2";
    public const string Outpatient = "3";

    public static CodeTable Table { get; } = new("orderType", "订单类型（惠民平台）",
    [
        new(Other, "其它"),
        new(Registration, "挂号"),
        new(Inpatient, "住院"),
        new(Outpatient, "门诊"),
        new("4", "体检"),
        new("5", "开药"),
        new("6", "检查/检验"),
    ]);
}
