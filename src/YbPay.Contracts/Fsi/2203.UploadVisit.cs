using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>What the visit is about. The reply has no output.</summary>
[Contract("fsi", "2203", "request", "input", "门诊就诊信息上传")]
public sealed record UploadVisitRequest : Contract
{
    [Group("就诊信息")] public required VisitInfo        Mdtrtinfo { get; init; }
    [List("诊断信息")]  public required VisitDiagnosis[] Diseinfo  { get; init; }
}

/// <summary>The medical category decides the benefit.</summary>
[Contract("fsi", "2203", "request", "mdtrtinfo", "门诊就诊信息上传")]
public sealed record VisitInfo : Contract
{
    [Text(30, "就诊ID")]                          public required string  MdtrtId         { get; init; }
    [Text(30, "人员编号"), Masked]                public required string  PsnNo           { get; init; }
    [Code(6, "med_type", "医疗类别")]             public required string  MedType         { get; init; }
    [Stamp("开始时间")]                           public required string  Begntime        { get; init; }
    [Text(1000, "主要病情描述")]                  public          string? MainCondDscr    { get; init; }
    [Text(30, "病种编码")]                        public          string? DiseCodg        { get; init; }
    [Text(500, "病种名称")]                       public          string? DiseName        { get; init; }
    [Code(6, "birctrl_type", "计划生育手术类别")] public          string? BirctrlType     { get; init; }
    [Date("计划生育手术或生育日期")]              public          string? BirctrlMatnDate { get; init; }
    [Code(6, "matn_type", "生育类别")]            public          string? MatnType        { get; init; }
    [Count(2, "孕周数")]                          public          int?    GesoVal         { get; init; }
    [Text(4000, "字段扩展")]                      public          string? ExpContent      { get; init; }
}

/// <summary>One diagnosis.</summary>
[Contract("fsi", "2203", "request", "diseinfo", "门诊就诊信息上传")]
public sealed record VisitDiagnosis : Contract
{
    [Code(3, "diag_type", "诊断类别")] public required string DiagType    { get; init; }
    [Count(2, "诊断排序号")]           public required int    DiagSrtNo   { get; init; }
    [Text(20, "诊断代码")]             public required string DiagCode    { get; init; }
    [Text(100, "诊断名称")]            public required string DiagName    { get; init; }
    [Text(50, "诊断科室")]             public required string DiagDept    { get; init; }
    [Text(30, "诊断医生编码")]         public required string DiseDorNo   { get; init; }
    [Text(50, "诊断医生姓名")]         public required string DiseDorName { get; init; }
    [Stamp("诊断时间")]                public required string DiagTime    { get; init; }
    [Code(3, "vali_flag", "有效标志")] public required string ValiFlag    { get; init; }
}
