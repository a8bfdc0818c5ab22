using YbPay.Contracts;

namespace YbPay.Bureau.Features.Reconciliation;

/// <summary>
/// What a difference is and how an institution closes it, for the memo column. The first word is its kind: 机构缺 (missing there), 中心缺 (missing here),
/// 金额 (amount), 状态 (state), 信息 (who or which visit). Nothing personal.
/// </summary>
internal static class DifferenceText
{
    public const string CancellationOnlyAtCore = "机构缺：中心已撤销结算，机构未记退费。核实后补记";
    public const string OnlyAtCore = "机构缺：中心有、机构无。核实后补记；不应有此结算的，按msgid冲正(2601)或撤销(2208/2305)";
    public const string OnlyAtInstitution = "中心缺：机构有、中心无。先按msgid冲正(2601)以防报文迟到，再重新结算或作废本地记录";
    public const string Repeated = "中心缺：本文件中重复的行。删去后重新对账";
    public const string ReversedAtCore = "状态：中心已冲正(2601)。作废本地记录，需要时重新结算";
    public const string AmountsWay = "不一致。核对费用明细后更正；已结算金额有误的，撤销(2208/2305)后重新结算";
    public const string RefundFlag = "状态：退费标志不一致。撤销结算以其自己的结算ID另记一行";

    public static string OtherDay(long settledAt) => $"状态：中心记在{ChinaTime.Text(settledAt).AsSpan(0, 10)}，不在对账日期内。按中心日期对账";

    public static string OtherClearing(string clrType) => $"状态：中心清算类别为{clrType}，不在本次对账范围。按中心类别对账";

    public static string Other(IEnumerable<string> names) => $"信息：{string.Join('、', names)}不一致。按中心更正本地记录";
}
