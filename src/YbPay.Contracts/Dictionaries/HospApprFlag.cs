namespace YbPay.Contracts.Dictionaries;

/// <summary>Whether the hospital approved a restricted item.</summary>
public static class HospApprFlag
{
    public const string NotNeeded = "0";
    public const string Approved = "1";
    public const string Refused = "2";

    public static CodeTable Table { get; } = new("hosp_appr_flag", "医院审批标志",
    [
        new(NotNeeded, "无须审批"),
        new(Approved, "审批通过"),
        new(Refused, "审批不通过"),
    ]);
}
