using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Huimin;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>An examination's report. Answered without encData. Document 清远医保惠民平台 2.74, 检查报告.</summary>
[Contract("huimin", "HOS00024", "request", "", "检查报告")]
public sealed record ExaminationReportRequest : Contract
{
    [Text(128, "就诊流水号（医疗机构系统中的唯一就诊流水号）")] public required string            TreatmentSerialNo { get; init; }
    [Text(128, "报告编号")]                                     public required string            ReportNo          { get; init; }
    [Text(64, "患者姓名", Length = "2-8"), Masked]              public required string            PatientName       { get; init; }
    [Code(2, "gend", "性别")]                                   public required string            Gender            { get; init; }
    [Text(3, "年龄")]                                           public required string            Age               { get; init; }
    [Text(128, "影像号")]                                       public required string            ImageNo           { get; init; }
    [Text(128, "科室")]                                         public required string            Department        { get; init; }
    [Text(64, "床号")]                                          public          string?           BedNo             { get; init; }
    [Text(128, "住院号")]                                       public          string?           AdmissionNo       { get; init; }
    [Date("检查日期（yyyy-MM-dd）")]                            public required string            InspectionDate    { get; init; }
    [Text(32, "检查名称")]                                      public required string            InspectionName    { get; init; }
    [Text(128, "影像表现")]                                     public required string            ImagePerformance  { get; init; }
    [Text(256, "诊断意见")]                                     public required string            DiagnosisOpinion  { get; init; }
    [Text(64, "报告医师", Length = "2-10")]                     public required string            ReportingDoctor   { get; init; }
    [Text(64, "审核医师", Length = "2-10")]                     public required string            ReviewingDoctor   { get; init; }
    [List("检查报告list")]                                      public          ExaminationItem[] ExaminationList   { get => field ?? []; init; }
}

/// <summary>One further report of the same examination. Document 清远医保惠民平台 2.74, examinationList.</summary>
[Contract("huimin", "HOS00024", "request", "examinationList", "检查报告")]
public sealed record ExaminationItem : Contract
{
    [Text(128, "报告编号")]                                   public required string  ReportNo              { get; init; }
    [Text(128, "影像号")]                                     public required string  ImageNo               { get; init; }
    [Stamp("检查日期（YYYY-MM-DD hh:mm:ss）", Length = "64")] public required string  InspectionDate        { get; init; }
    [Text(32, "检查名称")]                                    public required string  InspectionName        { get; init; }
    [Text(128, "影像表现")]                                   public required string  ImagePerformance      { get; init; }
    [Text(256, "诊断意见")]                                   public required string  DiagnosisOpinion      { get; init; }
    [Stamp("采样时间（YYYY-MM-DD hh:mm:ss）", Length = "64")] public          string? CollectionDate        { get; init; }
    [Stamp("报告时间（YYYY-MM-DD hh:mm:ss）", Length = "64")] public required string  ExaminationReportDate { get; init; }
    [Text(64, "报告医师", Length = "2-10")]                   public required string  ReportingDoctor       { get; init; }
    [Text(64, "审核医师", Length = "2-10")]                   public required string  ReviewingDoctor       { get; init; }
}
