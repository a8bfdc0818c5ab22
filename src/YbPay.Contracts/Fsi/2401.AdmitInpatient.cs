using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Opens a stay.</summary>
[Contract("fsi", "2401", "request", "input", "入院办理")]
public sealed record AdmitInpatientRequest : Contract
{
    [Group("入院登记信息")] public required AdmissionInfo        Mdtrtinfo { get; init; }
    [List("入院诊断信息")]  public required AdmissionDiagnosis[] Diseinfo  { get; init; }
}

/// <summary>Who is admitted, where, and why.</summary>
[Contract("fsi", "2401", "request", "mdtrtinfo", "入院办理")]
public sealed record AdmissionInfo : Contract
{
    [Text(30, "人员编号"), Masked]                public required string  PsnNo            { get; init; }
    [Code(6, "insutype", "险种类型")]             public required string  Insutype         { get; init; }
    [Text(50, "联系人姓名"), Masked]              public          string? ConerName        { get; init; }
    [Text(50, "联系电话"), Masked]                public          string? Tel              { get; init; }
    [Stamp("开始时间")]                           public required string  Begntime         { get; init; }
    [Code(3, "mdtrt_cert_type", "就诊凭证类型")]  public required string  MdtrtCertType    { get; init; }
    [Text(50, "就诊凭证编号"), Masked]            public          string? MdtrtCertNo      { get; init; }
    [Code(6, "med_type", "医疗类别")]             public required string  MedType          { get; init; }
    [Text(30, "住院号")]                          public required string  IptNo            { get; init; }
    [Text(30, "病历号")]                          public          string? Medrcdno         { get; init; }
    [Text(30, "医师编码")]                        public required string  AtddrNo          { get; init; }
    [Text(50, "主治医师姓名")]                    public required string  ChfpdrName       { get; init; }
    [Text(200, "入院诊断描述")]                   public required string  AdmDiagDscr      { get; init; }
    [Text(30, "入院科室编码")]                    public required string  AdmDeptCodg      { get; init; }
    [Text(100, "入院科室名称")]                   public required string  AdmDeptName      { get; init; }
    [Text(30, "入院床位")]                        public required string  AdmBed           { get; init; }
    [Text(20, "住院主诊断代码")]                  public required string  DscgMaindiagCode { get; init; }
    [Text(300, "住院主诊断名称")]                 public required string  DscgMaindiagName { get; init; }
    [Text(1000, "主要病情描述")]                  public          string? MainCondDscr     { get; init; }
    [Text(30, "病种编码")]                        public          string? DiseCodg         { get; init; }
    [Text(500, "病种名称")]                       public          string? DiseName         { get; init; }
    [Text(30, "手术操作代码")]                    public          string? OprnOprtCode     { get; init; }
    [Text(500, "手术操作名称")]                   public          string? OprnOprtName     { get; init; }
    [Text(50, "计划生育服务证号")]                public          string? FpscNo           { get; init; }
    [Code(6, "matn_type", "生育类别")]            public          string? MatnType         { get; init; }
    [Code(6, "birctrl_type", "计划生育手术类别")] public          string? BirctrlType      { get; init; }
    [Code(3, "latechb_flag", "晚育标志")]         public          string? LatechbFlag      { get; init; }
    [Count(2, "孕周数")]                          public          int?    GesoVal          { get; init; }
    [Count(3, "胎次")]                            public          int?    Fetts            { get; init; }
    [Count(3, "胎儿数")]                          public          int?    FetusCnt         { get; init; }
    [Text(3, "早产标志")]                         public          string? PretFlag         { get; init; }
    [Date("计划生育手术或生育日期")]              public          string? BirctrlMatnDate  { get; init; }
    [Text(4000, "字段扩展")]                      public          string? ExpContent       { get; init; }
}

/// <summary>One diagnosis at admission.</summary>
[Contract("fsi", "2401", "request", "diseinfo", "入院办理")]
public sealed record AdmissionDiagnosis : Contract
{
    [Text(30, "人员编号"), Masked]           public          string? PsnNo        { get; init; }
    [Code(3, "diag_type", "诊断类别")]       public required string  DiagType     { get; init; }
    [Code(3, "maindiag_flag", "主诊断标志")] public required string  MaindiagFlag { get; init; }
    [Count(2, "诊断排序号")]                 public required int     DiagSrtNo    { get; init; }
    [Text(20, "诊断代码")]                   public required string  DiagCode     { get; init; }
    [Text(100, "诊断名称")]                  public required string  DiagName     { get; init; }
    [Text(500, "入院病情")]                  public          string? AdmCond      { get; init; }
    [Text(50, "诊断科室")]                   public required string  DiagDept     { get; init; }
    [Text(30, "诊断医生编码")]               public required string  DiseDorNo    { get; init; }
    [Text(50, "诊断医生姓名")]               public required string  DiseDorName  { get; init; }
    [Stamp("诊断时间")]                      public required string  DiagTime     { get; init; }
}

/// <summary>The stay.</summary>
[Contract("fsi", "2401", "response", "output", "入院办理")]
public sealed record AdmitInpatientReply : Contract
{
    [Group("入院登记结果")] public required AdmittedStay Result { get; init; }
}

/// <summary>mdtrt_id names the stay in all that follows.</summary>
[Contract("fsi", "2401", "response", "result", "入院办理")]
public sealed record AdmittedStay : Contract
{
    [Text(30, "就诊ID")] public required string MdtrtId { get; init; }
}
