namespace YbPay.Contracts.Dictionaries;

/// <summary>The standard's yes-or-no texts.</summary>
public static class Flags
{
    public const string No = "0";
    public const string Yes = "1";

    public static CodeTable AcctUsedFlag { get; } = new("acct_used_flag", "个人账户使用标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable MidSetlFlag { get; } = new("mid_setl_flag", "中途结算标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable CvlservFlag { get; } = new("cvlserv_flag", "公务员标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable NwbFlag { get; } = new("nwb_flag", "新生儿标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable LatechbFlag { get; } = new("latechb_flag", "晚育标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable DscgTkdrugFlag { get; } = new("dscg_tkdrug_flag", "出院带药标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable ValiFlag { get; } = new("vali_flag", "有效标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable TrtEnjymntFlag { get; } = new("trt_enjymnt_flag", "待遇享受标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable MaindiagFlag { get; } = new("maindiag_flag", "主诊断标志",
    [
        new(No, "否"),
        new(Yes, "是"),
    ]);

    public static CodeTable RxCircFlag { get; } = new("rx_circ_flag", "电子处方流转标志",
    [
        new(No, "非电子处方"),
        new(Yes, "电子处方"),
    ]);

    public static CodeTable RefdSetlFlag { get; } = new("refd_setl_flag", "退费结算标志",
    [
        new(No, "正常"),
        new(Yes, "退费"),
    ]);
}
