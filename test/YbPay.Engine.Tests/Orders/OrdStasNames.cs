namespace YbPay.Engine.Tests.Orders;

/// <summary>The dictionary ordStas of the mobile-pay document, as patients and clerks read it.</summary>
internal static class OrdStasNames
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["0"] = "已保存",
        ["1"] = "预结算完成",
        ["2"] = "结算中",
        ["3"] = "自费完成",
        ["4"] = "医保支付完成",
        ["5"] = "院内结算完成",
        ["6"] = "结算完成",
        ["7"] = "已退款",
        ["8"] = "已医保全部退款",
        ["9"] = "仅自费全部退款",
        ["10"] = "仅自费部分退款",
        ["11"] = "医保全部退款自费部分退款",
        ["12"] = "已撤销",
        ["13"] = "医保已撤销",
        ["14"] = "异常",
        ["15"] = "结算失败",
        ["16"] = "医保结算失败自费冲正失败",
    };
}
