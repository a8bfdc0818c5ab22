namespace YbPay.Contracts.Dictionaries;

/// <summary>Why the credential is shown.</summary>
public static class BusinessType
{
    public const string Registration = "01101";
    public const string Settlement = "01301";

    public static CodeTable Table { get; } = new("businessType", "用码业务类型",
    [
        new(Registration, "挂号"),
        new("01102", "住院建档"),
        new("01103", "入院登记"),
        new("01104", "缴纳预缴金"),
        new("01201", "问诊"),
        new("01202", "预约检查"),
        new("01203", "检查"),
        new("01204", "治疗"),
        new(Settlement, "结算"),
        new("01302", "取药"),
        new("01303", "取报告"),
        new("01304", "打印票据和清单"),
        new("01305", "病历材料复印"),
        new("02121", "药店购药"),
        new("02122", "下载外购处方"),
        new("03131", "医疗类APP线上身份认证"),
        new("03132", "线上结算") { Unverified = true, Note = "the one source that lists it mistypes the code" },
    ]);
}
