using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Asks the hospital for the visits of a person between two days, both included. Document 清远医保惠民平台 2.74, 就诊记录获取接口; <see cref="ListVisitsRules"/>.</summary>
[Contract("huimin", "HIS00003", "request", "", "就诊记录获取")]
public sealed record ListVisitsRequest : Contract
{
    [Date("就诊开始时间（yyyyHHdd）", Form = "yyyyMMdd")]                    public required string MedStartDate { get; init; }
    [Date("就诊结束时间（yyyyHHdd）", Form = "yyyyMMdd")]                    public required string MedEndDate   { get; init; }
    [Text(32, "证件号码"), Masked]                                           public required string IdNo         { get; init; }
    [Code(4, "expenMode", "就诊类别（0020为门诊、0030为急诊、0040为住院）")] public required string MedType      { get; init; }
}

/// <summary>The visits; an empty list when there was none. Document 清远医保惠民平台 2.74, 就诊记录获取接口.</summary>
[Contract("huimin", "HIS00003", "response", "", "就诊记录获取")]
public sealed record ListVisitsReply : Contract
{
    [List("就诊记录集合", Length = "128", Required = "M")] public          VisitRecord[] TreatmentList { get => field ?? []; init; }
}

/// <summary>One visit. Document 清远医保惠民平台 2.74, treatmentList.</summary>
[Contract("huimin", "HIS00003", "response", "treatmentList", "就诊记录获取")]
public sealed record VisitRecord : Contract
{
    [Text(128, "就诊流水号/住院号（医疗机构系统中的唯一就诊流水号）")] public required string  TreatmentSerialNo { get; init; }
    [Date("就诊日期", Form = "yyyyMMdd")]                              public required string  MedDate           { get; init; }
    [Code(4, "expenMode", "就诊类别", Type = "String", Length = "2")]  public required string  MedType           { get; init; }
    [Text(64, "科室名称", Type = "String")]                            public required string  DepartmentName    { get; init; }
    [Text(128, "诊断名称", Type = "String")]                           public required string  MedName           { get; init; }
    [Text(100, "主诊断代码", Type = "String")]                         public          string? Mlcd10code        { get; init; }
}
