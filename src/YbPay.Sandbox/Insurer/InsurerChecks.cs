namespace YbPay.Sandbox.Insurer;

/// <summary>What the insurer demands of an order before it looks at its books; Chinese, for the platform's developer.</summary>
internal static class InsurerChecks
{
    private const long LargestAmount = 99_999_999_999;

    public static string? Problem(QuoteOrder wanted)
    {
        long[] amounts = [wanted.Total, wanted.BasicPaid, wanted.ThirdPartyPaid, wanted.Own];
        if (amounts.Any(amount => amount is < 0 or > LargestAmount)) return "金额须为非负整数（分），不超过 11 位";
        return wanted.BasicPaid + wanted.ThirdPartyPaid > wanted.Total || wanted.Own > wanted.Total ? "各方支付金额超过费用总额" : null;
    }

    public static string? Problem(SettlementOrder wanted) => wanted.Amount is <= 0 or > LargestAmount ? "amount 须为正整数（分），不超过 11 位" : null;

    public static string? Problem(CaseOrder wanted) => wanted switch
    {
        { CaseNo.Length: 0 } => "caseNo 不能为空",
        { ClaimType: not "2" } => "只受理快赔案件（claimType 2）；直赔在出院结算时赔付",
        _ => null,
    };
}

/// <summary>What levers can be pulled for beside the kinds of orders.</summary>
internal static class InsurerLevers
{
    /// <summary>The decision about a case: refused when it comes.</summary>
    public const string Decision = "DECISION";
}
