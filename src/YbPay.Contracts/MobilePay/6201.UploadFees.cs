using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Contracts.MobilePay;

#pragma warning disable format // One field, one line: this file is a table. Keep the columns.

/// <summary>A bill: the visit, its diagnoses and its fee lines. Amounts in yuan. Spec: table 3; rulings C4, C5; <see cref="UploadFeesRules"/>.</summary>
[Contract("mobile", "6201", "request", "data", "费用明细上传")]
public sealed record UploadFeesRequest : Contract
{
    [Text(40, "机构编码")]                                                                  public required string           OrgCodg         { get; init; }
    [Text(40, "电子凭证机构号")]                                                            public          string?          OrgId           { get; init; }
    [Text(30, "人员编号"), Masked]                                                          public required string           PsnNo           { get; init; }
    [Code(6, "insutype", "险种类型")]                                                       public required string           Insutype        { get; init; }
    [Text(40, "医疗机构订单号")]                                                            public required string           MedOrgOrd       { get; init; }
    [Text(40, "要续方的原处方流水"), RequiredWhen(nameof(RxCircFlag), "1")]                 public          string?          InitRxOrd       { get; init; }
    [Code(1, "rx_circ_flag", "电子处方流转标志")]                                           public          string?          RxCircFlag      { get; init; }
    [Stamp("开始时间")]                                                                     public required string           Begntime        { get; init; }
    [Text(40, "证件号码"), Masked]                                                          public required string           IdNo            { get; init; }
    [Text(40, "用户姓名"), Masked]                                                          public required string           UserName        { get; init; }
    [Code(3, "psn_cert_type", "证件类别")]                                                  public required string           IdType          { get; init; }
    [Text(64, "电子凭证授权 ecToken", Required = "Y"), Masked]                              public          string?          EcToken         { get; init; }
    [Text(6, "就诊参保地行政区划")]                                                         public          string?          InsuCode        { get; init; }
    [Text(30, "住院 /门诊号")]                                                              public required string           IptOtpNo        { get; init; }
    [Text(30, "医师编码")]                                                                  public          string?          AtddrNo         { get; init; }
    [Text(50, "医师姓名")]                                                                  public          string?          DrName          { get; init; }
    [Text(30, "科室编码")]                                                                  public          string?          DeptCode        { get; init; }
    [Text(100, "科室名称")]                                                                 public required string           DeptName        { get; init; }
    [Text(6, "科别")]                                                                       public required string           Caty            { get; init; }
    [Text(30, "就诊 ID")]                                                                   public          string?          MdtrtId         { get; init; }
    [Code(6, "med_type", "医疗类别")]                                                       public required string           MedType         { get; init; }
    [Code(3, "feeType", "费用类型")]                                                        public required string           FeeType         { get; init; }
    [Money(16, "医疗费总额")]                                                               public required decimal          MedfeeSumamt    { get; init; }
    [Code(1, "acct_used_flag", "个人账户使用标志")]                                         public required string           AcctUsedFlag    { get; init; }
    [Text(1000, "主要病情描述")]                                                            public          string?          MainCondDscr    { get; init; }
    [Text(30, "病种编码")]                                                                  public required string           DiseCodg        { get; init; }
    [Text(500, "病种名称")]                                                                 public          string?          DiseName        { get; init; }
    [Code(6, "psn_setlway", "个人结算方式")]                                                public required string           PsnSetlway      { get; init; }
    [Text(30, "收费批次号")]                                                                public required string           ChrgBchno       { get; init; }
    [Text(6, "公立医院改革标志")]                                                           public required string           PubHospRfomFlag { get; init; }
    [Text(20, "发票号")]                                                                    public          string?          Invono          { get; init; }
    [Stamp("出院时间")]                                                                     public          string?          Endtime         { get; init; }
    [Money(16, "全自费金额")]                                                               public          decimal?         FulamtOwnpayAmt { get; init; }
    [Money(16, "超限价金额")]                                                               public          decimal?         OverlmtSelfpay  { get; init; }
    [Money(16, "先行自付金额")]                                                             public          decimal?         PreselfpayAmt   { get; init; }
    [Money(16, "符合政策范围金额")]                                                         public          decimal?         InscpScpAmt     { get; init; }
    [Text(30, "手术操作代码")]                                                              public          string?          OprnOprtCode    { get; init; }
    [Text(500, "手术操作名称")]                                                             public          string?          OprnOprtName    { get; init; }
    [Text(50, "计划生育服务证号")]                                                          public          string?          FpscNo          { get; init; }
    [Code(3, "latechb_flag", "晚育标志")]                                                   public          string?          LatechbFlag     { get; init; }
    [Count(2, "孕周数")]                                                                    public          int?             GesoVal         { get; init; }
    [Count(3, "胎次", Required = "Y"), RequiredWhen(nameof(FeeType), "02")]                 public          int?             Fetts           { get; init; }
    [Count(3, "胎儿数")]                                                                    public          int?             FetusCnt        { get; init; }
    [Text(3, "早产标志")]                                                                   public          string?          PretFlag        { get; init; }
    [Code(6, "birctrl_type", "计划生育手术类别")]                                           public          string?          BirctrlType     { get; init; }
    [Date("计划生育手术或生育日期")]                                                        public          string?          BirctrlMatnDate { get; init; }
    [Text(3, "伴有并发症标志")]                                                             public          string?          CopFlag         { get; init; }
    [Text(30, "出院科室编码")]                                                              public          string?          DscgDeptCodg    { get; init; }
    [Text(100, "出院科室名称")]                                                             public          string?          DscgDeptName    { get; init; }
    [Text(50, "出院床位")]                                                                  public          string?          DscgDed         { get; init; }
    [Code(8, "dscg_way", "离院方式")]                                                       public          string?          DscgWay         { get; init; }
    [Date("死亡日期")]                                                                      public          string?          DieDate         { get; init; }
    [Code(6, "matn_type", "生育类别", Required = "Y"), RequiredWhen(nameof(FeeType), "02")] public          string?          MatnType        { get; init; }
    [Text(4000, "扩展参数", Content = typeof(MerchantContent))]                             public          ExpandedContent? ExpContent      { get; init; }
    [Code(3, "mid_setl_flag", "中途结算标志")]                                              public          string?          MidSetlFlag     { get; init; }
    [List("诊断或症状明细")]                                                                public required FeeDiagnosis[]   DiseinfoList    { get; init; }
    [List("费用明细")]                                                                      public required FeeLine[]        FeedetailList   { get; init; }
    [Text(200, "入院诊断描述")]                                                             public          string?          AdmDiagDscr     { get; init; }
    [Text(30, "入院科室编码")]                                                              public          string?          AdmDeptCodg     { get; init; }
    [Text(100, "入院科室名称")]                                                             public          string?          AdmDeptName     { get; init; }
    [Text(30, "入院床位")]                                                                  public          string?          AdmBed          { get; init; }
    [Text(40, "支付授权码"), Masked]                                                        public          string?          PayAuthNo       { get; init; }
    [Text(21, "经纬度")]                                                                    public          string?          UldLatlnt       { get; init; }
    [Code(2, "mdtrt_cert_type", "就诊凭证类型")]                                            public          string?          MdtrtCertType   { get; init; }
    [Text(6, "用户参保地行政区划")]                                                         public          string?          InsuplcAdmdvs   { get; init; }
}

/// <summary>One diagnosis of the bill. Spec: table 5.</summary>
[Contract("mobile", "6201", "request", "diseinfoList", "费用明细上传")]
public sealed record FeeDiagnosis : Contract
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

/// <summary>One line of the bill. Amounts in yuan, the price with up to six decimals. Spec: table 6.</summary>
[Contract("mobile", "6201", "request", "feedetailList", "费用明细上传")]
public sealed record FeeLine : Contract
{
    [Text(30, "费用明细流水号")]                              public required string           FeedetlSn        { get; init; }
    [Text(30, "就诊 ID")]                                     public          string?          MdtrtId          { get; init; }
    [Text(30, "人员编号"), Masked]                            public required string           PsnNo            { get; init; }
    [Text(30, "收费批次号")]                                  public required string           ChrgBchno        { get; init; }
    [Text(30, "病种编码")]                                    public          string?          DiseCodg         { get; init; }
    [Text(30, "处方号")]                                      public          string?          Rxno             { get; init; }
    [Code(3, "rx_circ_flag", "外购处方标志")]                 public required string           RxCircFlag       { get; init; }
    [Stamp("费用发生时间", Type = "日期时间型", Length = "")] public required string           FeeOcurTime      { get; init; }
    [Text(50, "医疗目录编码")]                                public required string           MedListCodg      { get; init; }
    [Text(150, "医药机构目录编码")]                           public required string           MedinsListCodg   { get; init; }
    [Money(16, "明细项目费用总额")]                           public required decimal          DetItemFeeSumamt { get; init; }
    [Count(16, 4, "数量")]                                    public required decimal          Cnt              { get; init; }
    [Count(16, 6, "单价")]                                    public required decimal          Pric             { get; init; }
    [Text(200, "单次剂量描述")]                               public          string?          SinDosDscr       { get; init; }
    [Text(200, "使用频次描述")]                               public          string?          UsedFrquDscr     { get; init; }
    [Count(4, 2, "周期天数")]                                 public          decimal?         PrdDays          { get; init; }
    [Text(200, "用药途径描述")]                               public          string?          MedcWayDscr      { get; init; }
    [Text(30, "开单科室编码")]                                public required string           BilgDeptCodg     { get; init; }
    [Text(100, "开单科室名称")]                               public required string           BilgDeptName     { get; init; }
    [Text(30, "开单医生编码")]                                public required string           BilgDrCodg       { get; init; }
    [Text(50, "开单医师姓名")]                                public required string           BilgDrName       { get; init; }
    [Text(30, "受单科室编码")]                                public          string?          AcordDeptCodg    { get; init; }
    [Text(100, "受单科室名称")]                               public          string?          AcordDeptName    { get; init; }
    [Text(30, "受单医生编码")]                                public          string?          OrdersDrCode     { get; init; }
    [Text(50, "受单医生姓名")]                                public          string?          OrdersDrName     { get; init; }
    [Code(3, "hosp_appr_flag", "医院审批标志")]               public required string           HospApprFlag     { get; init; }
    [Code(6, "tcmdrug_used_way", "中药使用方式")]             public          string?          TcmdrugUsedWay   { get; init; }
    [Text(3, "外检标志")]                                     public          string?          EtipFlag         { get; init; }
    [Text(30, "外检医院编码")]                                public          string?          EtipHospCode     { get; init; }
    [Code(3, "dscg_tkdrug_flag", "出院带药标志")]             public          string?          DscgTkdrugFlag   { get; init; }
    [Text(6, "生育费用标志")]                                 public          string?          MatnFeeFlag      { get; init; }
    [Text(30, "原费用流水号")]                                public          string?          InitFeedetlSn    { get; init; }
    [Text(30, "医嘱号")]                                      public          string?          DrordNo          { get; init; }
    [Code(6, "med_type", "医疗类别")]                         public required string           MedType          { get; init; }
    [Text(500, "备注")]                                       public          string?          Memo             { get; init; }
    [Text(5000, "扩展字段")]                                  public          ExpandedContent? ExpContent       { get; init; }
    [Text(50, "医疗目录名称")]                                public required string           MedListName      { get; init; }
    [Text(50, "医疗目录规格")]                                public required string           MedListSpc       { get; init; }
    [Text(3, "组套编号", Required = "")]                      public          string?          CombNo           { get; init; }
}

/// <summary>The order that the bill became; payToken is the credential for everything that follows. Spec: table 7.</summary>
[Contract("mobile", "6201", "response", "data", "费用明细上传")]
public sealed record UploadFeesReply : Contract
{
    [Text(40, "支付订单号")]                     public required string       PayOrdId   { get; init; }
    [Text(40, "支付 token"), Masked]             public required string       PayToken   { get; init; }
    [Text(4000, "医保支付收银台h5地址"), Masked] public          string?      CashierUrl { get; init; }
    [Group("医保扩展数据")]                      public          JsonElement? ExtData    { get; init; }
}

/// <summary>What the hospital encrypts into <c>chnlEncData</c> behind cashierUrl. Spec: section 2.3.1.2.1, the table on the cashier address.</summary>
[Contract("mobile", "6201", "response", "cashier", "费用明细上传")]
public sealed record CashierParameters : Contract
{
    [Text(40, "支付授权码"), Masked]         public required string   PayAuthNo { get; init; }
    [Money(16, "住院押金", Type = "数据型")] public          decimal? Deposit   { get; init; }
}
