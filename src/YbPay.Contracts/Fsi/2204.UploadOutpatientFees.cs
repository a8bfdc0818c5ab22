using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Fsi;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>The fee lines of a visit; amounts in yuan, the price with up to six decimals.</summary>
[Contract("fsi", "2204", "request", "input", "门诊费用明细信息上传")]
public sealed record UploadOutpatientFeesRequest : Contract
{
    [List("费用明细")] public required OutpatientFeeLine[] Feedetail { get; init; }
}

/// <summary>One line of a batch (chrg_bchno).</summary>
[Contract("fsi", "2204", "request", "feedetail", "门诊费用明细信息上传")]
public sealed record OutpatientFeeLine : Contract
{
    [Text(30, "费用明细流水号")]                  public required string   FeedetlSn        { get; init; }
    [Text(30, "就诊ID")]                          public required string   MdtrtId          { get; init; }
    [Text(30, "人员编号"), Masked]                public required string   PsnNo            { get; init; }
    [Text(30, "收费批次号")]                      public required string   ChrgBchno        { get; init; }
    [Text(30, "病种编码")]                        public          string?  DiseCodg         { get; init; }
    [Text(30, "处方号")]                          public          string?  Rxno             { get; init; }
    [Code(3, "rx_circ_flag", "外购处方标志")]     public required string   RxCircFlag       { get; init; }
    [Stamp("费用发生时间")]                       public required string   FeeOcurTime      { get; init; }
    [Text(50, "医疗目录编码")]                    public required string   MedListCodg      { get; init; }
    [Text(150, "医药机构目录编码")]               public required string   MedinsListCodg   { get; init; }
    [Money(16, "明细项目费用总额")]               public required decimal  DetItemFeeSumamt { get; init; }
    [Count(16, 4, "数量")]                        public required decimal  Cnt              { get; init; }
    [Count(16, 6, "单价")]                        public required decimal  Pric             { get; init; }
    [Text(200, "单次剂量描述")]                   public          string?  SinDosDscr       { get; init; }
    [Text(200, "使用频次描述")]                   public          string?  UsedFrquDscr     { get; init; }
    [Count(4, 2, "周期天数")]                     public          decimal? PrdDays          { get; init; }
    [Text(200, "用药途径描述")]                   public          string?  MedcWayDscr      { get; init; }
    [Text(30, "开单科室编码")]                    public required string   BilgDeptCodg     { get; init; }
    [Text(100, "开单科室名称")]                   public required string   BilgDeptName     { get; init; }
    [Text(30, "开单医生编码")]                    public required string   BilgDrCodg       { get; init; }
    [Text(50, "开单医师姓名")]                    public required string   BilgDrName       { get; init; }
    [Text(30, "受单科室编码")]                    public          string?  AcordDeptCodg    { get; init; }
    [Text(100, "受单科室名称")]                   public          string?  AcordDeptName    { get; init; }
    [Text(30, "受单医生编码")]                    public          string?  OrdersDrCode     { get; init; }
    [Text(50, "受单医生姓名")]                    public          string?  OrdersDrName     { get; init; }
    [Code(3, "hosp_appr_flag", "医院审批标志")]   public required string   HospApprFlag     { get; init; }
    [Code(6, "tcmdrug_used_way", "中药使用方式")] public          string?  TcmdrugUsedWay   { get; init; }
    [Text(3, "外检标志")]                         public          string?  EtipFlag         { get; init; }
    [Text(30, "外检医院编码")]                    public          string?  EtipHospCode     { get; init; }
    [Code(3, "dscg_tkdrug_flag", "出院带药标志")] public          string?  DscgTkdrugFlag   { get; init; }
    [Text(6, "生育费用标志")]                     public          string?  MatnFeeFlag      { get; init; }
    [Text(5000, "字段扩展")]                      public          string?  ExpContent       { get; init; }
}

/// <summary>How the catalogue divides each line.</summary>
[Contract("fsi", "2204", "response", "output", "门诊费用明细信息上传")]
public sealed record UploadOutpatientFeesReply : Contract
{
    [List("费用明细结果")] public required FeeLineResult[] Result { get; init; }
}
