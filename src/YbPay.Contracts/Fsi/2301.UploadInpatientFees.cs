using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>Fee lines of a stay; amounts in yuan.</summary>
[Contract("fsi", "2301", "request", "input", "住院费用明细上传")]
public sealed record UploadInpatientFeesRequest : Contract
{
    [List("费用明细")] public required InpatientFeeLine[] Feedetail { get; init; }
}

/// <summary>One line; a negative one names the line it takes back in init_feedetl_sn.</summary>
[Contract("fsi", "2301", "request", "feedetail", "住院费用明细上传")]
public sealed record InpatientFeeLine : Contract
{
    [Text(30, "费用明细流水号")]                  public required string  FeedetlSn        { get; init; }
    [Text(30, "原费用流水号")]                    public          string? InitFeedetlSn    { get; init; }
    [Text(30, "就诊ID")]                          public required string  MdtrtId          { get; init; }
    [Text(30, "医嘱号")]                          public          string? DrordNo          { get; init; }
    [Text(30, "人员编号"), Masked]                public required string  PsnNo            { get; init; }
    [Code(6, "med_type", "医疗类别")]             public required string  MedType          { get; init; }
    [Stamp("费用发生时间")]                       public required string  FeeOcurTime      { get; init; }
    [Text(50, "医疗目录编码")]                    public required string  MedListCodg      { get; init; }
    [Text(150, "医药机构目录编码")]               public required string  MedinsListCodg   { get; init; }
    [Money(16, "明细项目费用总额")]               public required decimal DetItemFeeSumamt { get; init; }
    [Count(16, 4, "数量")]                        public required decimal Cnt              { get; init; }
    [Count(16, 6, "单价")]                        public required decimal Pric             { get; init; }
    [Text(30, "开单科室编码")]                    public required string  BilgDeptCodg     { get; init; }
    [Text(100, "开单科室名称")]                   public required string  BilgDeptName     { get; init; }
    [Text(30, "开单医生编码")]                    public required string  BilgDrCodg       { get; init; }
    [Text(50, "开单医师姓名")]                    public required string  BilgDrName       { get; init; }
    [Text(30, "受单科室编码")]                    public          string? AcordDeptCodg    { get; init; }
    [Text(100, "受单科室名称")]                   public          string? AcordDeptName    { get; init; }
    [Text(30, "受单医生编码")]                    public          string? OrdersDrCode     { get; init; }
    [Text(50, "受单医生姓名")]                    public          string? OrdersDrName     { get; init; }
    [Code(3, "hosp_appr_flag", "医院审批标志")]   public required string  HospApprFlag     { get; init; }
    [Code(6, "tcmdrug_used_way", "中药使用方式")] public          string? TcmdrugUsedWay   { get; init; }
    [Text(3, "外检标志")]                         public          string? EtipFlag         { get; init; }
    [Text(30, "外检医院编码")]                    public          string? EtipHospCode     { get; init; }
    [Code(3, "dscg_tkdrug_flag", "出院带药标志")] public          string? DscgTkdrugFlag   { get; init; }
    [Text(6, "生育费用标志")]                     public          string? MatnFeeFlag      { get; init; }
    [Text(500, "备注")]                           public          string? Memo             { get; init; }
    [Text(5000, "字段扩展")]                      public          string? ExpContent       { get; init; }
}

/// <summary>How the catalogue divides each line.</summary>
[Contract("fsi", "2301", "response", "output", "住院费用明细上传")]
public sealed record UploadInpatientFeesReply : Contract
{
    [List("费用明细结果")] public required FeeLineResult[] Result { get; init; }
}
